//! The demo's advisories. The cases are invented, the lessons are not.

use crate::advisories::wire::AdvisoryCreate;
use bellbuoy_domain::incident::{IncidentKind, Severity};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;

/// An advisory to be released on a day before the one on which the demo is loaded.
#[derive(Debug, Clone, Copy)]
pub struct DemoAdvisory {
    pub title: &'static str,
    pub what_happened: &'static str,
    pub lesson: &'static str,
    pub kind: IncidentKind,
    pub severity: Severity,
    pub tlp: Tlp,
    /// Empty is everywhere.
    pub sea_regions: &'static [SeaRegion],
    pub systems: &'static [System],
    pub days_ago: u32,
}

impl DemoAdvisory {
    /// What an analyst would have sent.
    pub fn asked(&self) -> AdvisoryCreate {
        AdvisoryCreate {
            title: self.title.to_owned(),
            what_happened: self.what_happened.to_owned(),
            lesson: self.lesson.to_owned(),
            kind: self.kind,
            severity: self.severity,
            tlp: self.tlp,
            sea_regions: self.sea_regions.to_vec(),
            systems: self.systems.to_vec(),
        }
    }
}

/// The advisories, the latest first.
pub fn advisories() -> Vec<DemoAdvisory> {
    ADVISORIES.to_vec()
}

const ADVISORIES: [DemoAdvisory; 12] = [
    DemoAdvisory {
        title: "GNSS interference near two approaches: fix by radar and by eye",
        what_happened: "Within one week twelve ships lost their satellite position, or saw it jump by up to 30 miles, near two approaches. Both receivers of a ship were wrong in the same way, so comparing them showed nothing. On four ships AIS sent the false position to others. The ships that noticed first had the radar picture laid over the chart.",
        lesson: "Before the area: put radar ranges and depths that you will check into the passage plan, and agree who calls out a difference. In the area: fix by radar and by eye at fixed intervals, steer without track control, take AIS targets for true only when radar shows them too, and set the alarm for a lost position. Write down time, area and duration, and report it: a second ship's report is what turns a suspicion into a warning.",
        kind: IncidentKind::PositionOrTimeWrong,
        severity: Severity::Major,
        tlp: Tlp::Clear,
        sea_regions: &[SeaRegion::BlackSea, SeaRegion::Mediterranean],
        systems: &[System::Gnss, System::Ais, System::Ecdis],
        days_ago: 2,
    },
    DemoAdvisory {
        title: "VSAT terminals: administrator page reachable with the maker's password",
        what_happened: "On fourteen ships of several owners the page for setting up the satellite terminal could be opened from the crew network, on three of them from the internet, with the password printed in the manual. On one ship somebody had removed the address filters and left an account behind.",
        lesson: "Open the page yourself from the crew network today; if it answers, it answers to everybody. Give each terminal its own password, kept ashore in a sealed envelope as well. Ask the provider in writing whether the page can be reached from outside, and have it closed. Put terminal, crew and business computers into separate networks. Look at the list of accounts after every service.",
        kind: IncidentKind::Intrusion,
        severity: Severity::Critical,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[System::Vsat, System::CrewNetwork],
        days_ago: 6,
    },
    DemoAdvisory {
        title: "Bunker invoices with changed bank details, sent from real mailboxes",
        what_happened: "Eleven companies got an invoice for fuel that had really been delivered, in the running thread, from the supplier's or agent's real mailbox. Only the account was new. In six cases it was paid; where the bank was called within a day, most of the money could be held.",
        lesson: "A change of account is never accepted by e-mail. Call the number that stands in your own files, not the one in the message, and let a second person sign. Agree with suppliers now how a change will be told. If money has gone: call your bank first, within the hour, then theirs, then the police. Look for forwarding rules in the mailboxes of both sides, and tell the other side, who may not know.",
        kind: IncidentKind::FalseMessage,
        severity: Severity::Major,
        tlp: Tlp::Clear,
        sea_regions: &[SeaRegion::MalaccaAndSingapore, SeaRegion::NorthSea],
        systems: &[System::ShoreEmail],
        days_ago: 11,
    },
    DemoAdvisory {
        title: "Chart updates by stick carried a worm to the planning station",
        what_happened: "Seven ships found the same old worm on the computer that prepares chart updates. It had come with the stick that is also used for port papers at the agent's. ECDIS was not affected on six ships; on the seventh it ran an old system without updates and stopped.",
        lesson: "Keep one stick for charts, of a colour that nobody mistakes, and use it for nothing else. Scan it on a computer that is connected to nothing, before every use. Better, take updates over the link through a gateway that scans. Close the sockets of ECDIS that are not needed. Update one unit, wait a day, then the other, so that one of them is always known to be good.",
        kind: IncidentKind::InfectedDevice,
        severity: Severity::Moderate,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[System::Ecdis, System::OfficeNetwork],
        days_ago: 18,
    },
    DemoAdvisory {
        title: "A terminal went back to paper for nine hours, and why it worked",
        what_happened: "The terminal system of a container terminal stopped in the early shift after a storage fault. Lorries were let in with printed lists, cranes worked from the last plan by voice, and releases were checked by telephone. About a third of the usual moves were made, and no box was given to the wrong driver.",
        lesson: "It worked because a list of the yard was printed at every change of shift, because two people of each shift had practised with it that year, and because the rule was clear: no release without a call back to a known number. Print what you need to work a day without computers. Practise for two hours, twice a year, with the real papers. Decide beforehand who may say stop.",
        kind: IncidentKind::SystemDown,
        severity: Severity::Minor,
        tlp: Tlp::Clear,
        sea_regions: &[SeaRegion::NorthSea],
        systems: &[System::TerminalOperating, System::GateAccess],
        days_ago: 27,
    },
    DemoAdvisory {
        title: "Remote service sessions that nobody on board had asked for",
        what_happened: "Engineers of five ships saw a supplier's session open on a control system outside the agreed hours, once while manoeuvring. All technicians of the supplier shared one account, so nobody could say who it was. On one ship a limit had been changed without a word.",
        lesson: "Remote access is off unless somebody on board switches it on, with a key or a plug, for one job and one time, and off again at its end. Never while manoeuvring. One account for each technician, with a second factor. Let the ship's engineer watch the session and note in the log what was changed. Ask your suppliers for the list of all their ways in, and pull out those without an owner.",
        kind: IncidentKind::RemoteAccessAbuse,
        severity: Severity::Major,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[
            System::RemoteAccess,
            System::EngineControl,
            System::AlarmMonitoring,
        ],
        days_ago: 41,
    },
    DemoAdvisory {
        title: "Backups that were there and could not be used",
        what_happened: "In nine cases of encrypted head offices the copies had been made every night. In four they stood in the same network and were deleted first. In two they could not be read back. In three the way back took over a week, because nobody had tried to restore more than a single file.",
        lesson: "Keep one copy where no administrator account of the network can reach it: off line, or with a lock in time. Restore one whole server every quarter, on empty machines, with a watch in your hand, and write down how long it took. Keep the list of what comes first (telephone, mail, crewing, cargo documents) on paper. Keep the passwords for it on paper too.",
        kind: IncidentKind::LockedOrWiped,
        severity: Severity::Major,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[System::FileServer, System::HeadOfficeNetwork],
        days_ago: 63,
    },
    DemoAdvisory {
        title: "False pre-arrival forms in the master's mailbox",
        what_happened: "Masters got a message in the name of the next port, with the right berth and date, and a form for the crew list. The form was an old one of that port; the address for the answer was new. Eight ships answered. The lists hold names, dates of birth and passport numbers.",
        lesson: "Crew lists go to the agent by the way you agreed with the agent, and to nobody who asks by e-mail. If a port seems to ask, call the agent. Send lists through the port's own system, or in an encrypted file with the password by telephone. If a list has gone out, tell the crew the same day: it is their data, and they can watch for what comes after.",
        kind: IncidentKind::FalseMessage,
        severity: Severity::Moderate,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[System::ShipEmail],
        days_ago: 84,
    },
    DemoAdvisory {
        title: "Ships on AIS that were not there",
        what_happened: "In four weeks nine ships reported groups of targets on AIS without an echo on radar, some on a collision course. Names and speeds were likely, but several targets went straight across land. One ship altered course for a target that did not exist and came close to a real one.",
        lesson: "AIS tells what somebody sends, radar what is there. A target without an echo is a question, not a ship: do not alter course for it alone, and do not leave your course for it in narrow water. Call it on VHF, and ask the coastal station. Keep a recording of the screen with the time. Put this into the standing orders, so that the watch does not have to decide it at night.",
        kind: IncidentKind::PositionOrTimeWrong,
        severity: Severity::Moderate,
        tlp: Tlp::Clear,
        sea_regions: &[SeaRegion::PersianGulf, SeaRegion::Baltic],
        systems: &[System::Ais, System::Radar],
        days_ago: 112,
    },
    DemoAdvisory {
        title: "Container release codes looked up by the wrong account",
        what_happened: "At three terminals boxes were fetched with the right code by the wrong lorry. The codes had been looked up by a forwarder's account that had no part in the shipment, or by an employee's account during his leave. Two employees had been offered money, and had told nobody, out of fear.",
        lesson: "Let an account see only the codes of its own shipments, and only from the day it needs them. List every look-up, and have somebody read the odd ones: at night, in great number, before discharge. Change codes when a ship is late. Give staff a way to tell of an approach without giving their name, and say beforehand that telling will not harm them.",
        kind: IncidentKind::CargoFraud,
        severity: Severity::Major,
        tlp: Tlp::Green,
        sea_regions: &[SeaRegion::NorthSea, SeaRegion::Mediterranean],
        systems: &[System::TerminalOperating, System::PortCommunity],
        days_ago: 140,
    },
    DemoAdvisory {
        title: "When the maintenance supplier is down: work off line, and expect false mail",
        what_happened: "The servers of a supplier of planned maintenance were encrypted. Ships could open their local copy and went on; records of eleven days were entered again later. Mail in the supplier's name, with a link to a new portal, reached customers on the third day. It was not the supplier's.",
        lesson: "Ask each supplier of software that ships depend on: what works on board without you, for how long, and how will you tell us? Try it for a day. When a supplier is hit, close the connection until you know how it happened, change the passwords that were stored there, and take every message in its name for false until you have called. Put a duty to tell within a day into the contract.",
        kind: IncidentKind::LockedOrWiped,
        severity: Severity::Moderate,
        tlp: Tlp::Clear,
        sea_regions: &[],
        systems: &[System::PlannedMaintenance, System::ShipErp],
        days_ago: 176,
    },
    DemoAdvisory {
        title: "Encrypted port agents: have a second way for port papers",
        what_happened: "Five port agents were encrypted within two months, most of them with one server and one copy beside it. Their ships waited up to two days for clearance, because all papers of the call lay with the agent. In two cases the way in was a mail from another agent who had been hit before.",
        lesson: "Keep your own copy of everything you send to an agent, ready to be sent again. Know the telephone number of the harbour master and of customs, and ask now whether they take paper. Block mail from an agent who has been hit until he says, by telephone, that he is clean. Agents: one copy off line each evening costs a disk and five minutes.",
        kind: IncidentKind::LockedOrWiped,
        severity: Severity::Moderate,
        tlp: Tlp::Clear,
        sea_regions: &[SeaRegion::Mediterranean, SeaRegion::EastAsia],
        systems: &[System::FileServer, System::ShoreEmail],
        days_ago: 215,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_stands_first_and_most_are_for_everybody() {
        let all = advisories();
        assert!(all.is_sorted_by_key(|advisory| advisory.days_ago));
        assert!(all.iter().filter(|advisory| advisory.tlp == Tlp::Clear).count() >= 10);
    }
}
