//! Position or time wrong on board.

use super::{Axis, BASE, DISTURBED, NEARLY, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Cause, Containment, IncidentKind, IncidentType, SecurityAttribute, Service, Severity, TechniqueMatrix,
};
use bellbuoy_domain::system::System;
use bellbuoy_domain::vessel::VesselType;

const GNSS: Scene = Scene {
    kind: IncidentKind::PositionOrTimeWrong,
    regions: DISTURBED,
    systems: &[System::Gnss],
    services: &[Service::Navigation],
    causes: &[(Cause::Malicious, 55), (Cause::Unknown, 45)],
    axes: (Axis::Safety, Some(Axis::Operational)),
    containment: &[Containment::SwitchedToManual, Containment::None],
    ..BASE
};

const SPOOFED: Scene = Scene {
    incident_type: IncidentType::GnssSpoofing,
    attributes: &[SecurityAttribute::Integrity],
    techniques: &[(TechniqueMatrix::Ics, "T0832"), (TechniqueMatrix::Ics, "T0860")],
    ..GNSS
};

const JAMMED: Scene = Scene {
    incident_type: IncidentType::GnssJamming,
    attributes: &[SecurityAttribute::Availability],
    techniques: &[(TechniqueMatrix::Ics, "T0815")],
    ..GNSS
};

const BY_HAND: &[&str] = &[
    "The autopilot was taken out of track control and the ship was steered by hand.",
    "Fixes were taken by radar and by eye every ten minutes, and the lookout was doubled.",
    "We went to dead reckoning and put radar ranges on a paper chart.",
    "The officer of the watch changed ECDIS to manual fixes and called the master.",
    "Course and speed were held on gyro and log until the position could be checked.",
    "The master reduced speed and kept further off the shallows.",
];

const OVER: &[&str] = &[
    "A good position came back after {minutes} minutes.",
    "It ended as suddenly as it began.",
    "The coastal station had other reports from the same hour.",
    "The area was marked on the passage plan for the next watch.",
    "It was reported to the navigational warnings service.",
    "Nothing was touched and nobody was hurt; the passage went on.",
    "The receivers were restarted when the area was passed and have worked since.",
];

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 30,
        maybe: &[System::Ecdis, System::Ais],
        severities: &[
            (Severity::Major, 26),
            (Severity::Moderate, 48),
            (Severity::Minor, 24),
            (Severity::Critical, 2),
        ],
        titles: &[
            "Both GNSS receivers jumped for {minutes} minutes",
            "Position {miles} miles off for {minutes} minutes",
            "GNSS put us on land while under way {where}",
            "Sudden jump of position {where}",
            "ECDIS showed us {miles} miles inland",
            "Both receivers agreed on a wrong position",
            "Position shift on all receivers {where}",
            "GNSS and radar differed by {miles} miles",
            "Position at an airport while under way {where}",
            "Wrong position on approach, {miles} miles off",
        ],
        seen: &[
            "Both receivers moved {miles} miles within a minute and gave no alarm.",
            "The position moved inland while the ship kept course and speed.",
            "Under way {where} the position jumped, and the time followed it by some seconds.",
            "The second receiver followed the first, so that comparing them told us nothing.",
            "Speed over ground rose to values that no {ship} can make.",
            "Radar ranges and the echo sounder no longer fitted the chart.",
            "The radar overlay slid off the coastline and the officer of the watch saw it at once.",
        ],
        done: BY_HAND,
        end: OVER,
        ..SPOOFED
    },
    Scene {
        weight: 26,
        maybe: &[System::Ecdis, System::Ais, System::Vdr, System::GmdssRadio],
        severities: &[
            (Severity::Major, 14),
            (Severity::Moderate, 46),
            (Severity::Minor, 36),
            (Severity::Low, 4),
        ],
        titles: &[
            "GNSS lost for {minutes} minutes {where}",
            "Both receivers without a fix for {minutes} minutes",
            "No satellites on any receiver {where}",
            "Position lost again and again {where}",
            "GNSS alarm and no position for {minutes} minutes",
            "Weak GNSS signal, position lost {count} times",
            "Loss of position on the bridge of a {ship}",
            "GNSS noise on both receivers {where}",
        ],
        seen: &[
            "All receivers lost their fix within seconds and the alarms went off together.",
            "The signal-to-noise ratio fell on every satellite at once {where}.",
            "The position came and went {count} times in one watch.",
            "ECDIS went to dead reckoning, and AIS sent no position any more.",
            "Ships in company told the same on VHF.",
            "The satellite link lost its heading reference with it.",
        ],
        done: BY_HAND,
        end: OVER,
        ..JAMMED
    },
    Scene {
        weight: 9,
        maybe: &[System::Ecdis, System::Autopilot],
        severities: &[
            (Severity::Major, 40),
            (Severity::Moderate, 50),
            (Severity::Critical, 4),
            (Severity::Minor, 6),
        ],
        titles: &[
            "Position drifted slowly aside for {hours} hours",
            "Slow drift of GNSS position {where}",
            "Off track by {miles} miles before anybody noticed",
            "Track control followed a false position",
        ],
        seen: &[
            "The position moved aside by less than a mile an hour, too slowly for any alarm.",
            "Track control corrected for a drift that was not there.",
            "Cross-track error stayed at zero while the radar showed the ship {miles} miles from her line.",
        ],
        done: BY_HAND,
        end: &[
            "Since then a radar fix is taken at every alteration of course.",
            "The company asked all ships to compare GNSS with radar once an hour in this area.",
            "The track was corrected and the rest of the passage was uneventful.",
            "Pilots had warned of it at the last port; the warning had not reached the bridge.",
        ],
        ..SPOOFED
    },
    Scene {
        told: Told::Seen,
        weight: 6,
        systems: &[System::Gnss, System::Vdr],
        maybe: &[System::Ais, System::ElectronicLogbook, System::GmdssRadio],
        severities: &[
            (Severity::Moderate, 35),
            (Severity::Minor, 55),
            (Severity::Low, 10),
        ],
        titles: &[
            "GNSS time off by {minutes} minutes, logs upset",
            "Clock jump stopped the voyage data recorder",
            "Wrong date from the receiver {where}",
        ],
        seen: &[
            "The time from both receivers jumped and every clock that follows them jumped too.",
            "The voyage data recorder gave a fault because its time ran backwards.",
            "The date went back by years for {minutes} minutes.",
        ],
        done: &[
            "Clocks were set by hand and the times in the log were corrected with a note.",
            "The receivers and the recorder were restarted, and the maker was told.",
            "Watch times were kept by the bridge chronometer until the time was steady.",
        ],
        end: OVER,
        ..SPOOFED
    },
    Scene {
        weight: 4,
        ships: &[VesselType::OffshoreSupply, VesselType::HeavyLift],
        systems: &[System::Gnss, System::Thruster],
        severities: &[
            (Severity::Critical, 8),
            (Severity::Major, 52),
            (Severity::Moderate, 40),
        ],
        titles: &[
            "Dynamic positioning lost its satellite reference",
            "Two references lost alongside a platform",
            "Work stopped: position reference unsteady",
        ],
        seen: &[
            "Dynamic positioning rejected both satellite references within a minute.",
            "The ship held station on one remaining reference.",
            "Both differential receivers lost their fix while cargo was being worked.",
        ],
        done: &[
            "Work was stopped and the ship moved clear under manual control.",
            "The master called amber and pulled away from the platform.",
            "Laser reference was set up before work went on.",
        ],
        end: &[
            "Work went on after {hours} hours.",
            "The client's other ships saw the same.",
            "Nobody was hurt and nothing was touched.",
        ],
        ..JAMMED
    },
    Scene {
        told: Told::Done,
        weight: 6,
        maybe: &[System::Ecdis],
        certainty: NEARLY,
        severities: &[(Severity::Low, 45), (Severity::Minor, 55)],
        titles: &[
            "Near miss: false position before a turn",
            "Near miss: wrong position found by radar in time",
            "Near miss: pilot doubted our position and was right",
        ],
        seen: &[
            "Shortly before an alteration of course the position was {miles} miles ahead of where we were.",
            "The planned turn on the false position would have led over a bank.",
            "The pilot saw on a portable unit that our position could not be right.",
        ],
        done: &[
            "A radar bearing showed it in time and the turn was made by eye.",
            "The master put off the turn and checked by depth.",
            "The bridge team stopped using the position.",
        ],
        end: &[
            "Nothing happened, and the passage plan now has a check by radar at each turn.",
            "The case was talked through in the safety meeting.",
        ],
        ..SPOOFED
    },
    Scene {
        told: Told::Done,
        weight: 5,
        systems: &[System::Ecdis],
        maybe: &[System::Gnss],
        incident_type: IncidentType::Misconfiguration,
        certainty: SURE,
        causes: &[(Cause::Accidental, 60), (Cause::Failure, 40)],
        regions: super::ANYWHERE,
        severities: &[
            (Severity::Moderate, 40),
            (Severity::Minor, 50),
            (Severity::Low, 10),
        ],
        techniques: &[],
        titles: &[
            "Position offset after a change of chart datum",
            "Antenna offset entered wrongly after service",
            "Receiver went back to its factory settings",
            "Stale position not noticed after a cable fault",
        ],
        seen: &[
            "The receiver sent positions in another datum than the chart's.",
            "After service the antenna offset stood on the wrong side of the ship.",
            "After a power cut the receiver had forgotten its settings, the datum among them.",
            "A cable fault froze the position and no alarm was set for it.",
        ],
        done: &[
            "The datum was compared with the last survey and corrected.",
            "The offset was measured again and entered by two people.",
            "The settings were entered again from the service report.",
            "The second receiver was selected and the alarm for a stale position switched on.",
        ],
        end: &[
            "It was not an attack, but nobody could tell for {hours} hours.",
            "Settings are now printed and kept with the passage plan.",
            "The service firm changed its checklist.",
        ],
        ..SPOOFED
    },
];
