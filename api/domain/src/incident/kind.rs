//! What happened: in the reporter's words, and as the desk records it.

use super::Classification;

vocabulary! {
    /// What happened, as someone on board would say it.
    WhatHappened = "what_happened", version "1", source "Bellbuoy" {
        ScreenLocked => "screen_locked", "A screen is locked or files cannot be opened";
        PositionWrong => "position_wrong", "Position, time or another ship is shown wrong";
        FalseMessage => "false_message", "A false e-mail, call or message";
        InfectedDevice => "infected_device", "An infected computer, phone or USB stick";
        SystemDown => "system_down", "A system stopped working";
        Intruder => "intruder", "Someone was in a system who should not be";
        Nearly => "nearly", "It nearly happened";
        Other => "other", "Something else";
    }
}

vocabulary! {
    /// The kind of an incident, as it is counted and published.
    IncidentKind = "incident_kind", version "1", source "Bellbuoy" {
        LockedOrWiped => "locked_or_wiped", "Locked or wiped systems";
        PositionOrTimeWrong => "position_or_time_wrong", "Position or time wrong";
        FalseMessage => "false_message", "False message";
        InfectedDevice => "infected_device", "Infected device";
        SystemDown => "system_down", "System down";
        Intrusion => "intrusion", "Intrusion";
        RemoteAccessAbuse => "remote_access_abuse", "Abuse of remote access";
        DataTaken => "data_taken", "Data taken";
        CargoFraud => "cargo_fraud", "Cargo or release fraud";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// How sure it is that something happened.
    SecurityIncident = "security_incident", version "1", source "VERIS, security_incident" {
        Confirmed => "confirmed", "Confirmed";
        Suspected => "suspected", "Suspected";
        NearMiss => "near_miss", "Near miss";
        FalsePositive => "false_positive", "False positive";
    }
}

vocabulary! {
    /// Whether someone meant it. Definitions of an incident differ on this, so figures can choose.
    Cause = "cause", version "1", source "Bellbuoy, after IMO MSC-FAL.1/Circ.3 and IACS UR E26" {
        Malicious => "malicious", "Malicious";
        Accidental => "accidental", "Accidental";
        Failure => "failure", "Technical failure";
        Unknown => "unknown", "Unknown";
    }
}

impl WhatHappened {
    /// The kind the desk will most likely record; the analyst has the last word.
    #[must_use]
    pub const fn suggested_kind(self) -> IncidentKind {
        match self {
            Self::ScreenLocked => IncidentKind::LockedOrWiped,
            Self::PositionWrong => IncidentKind::PositionOrTimeWrong,
            Self::FalseMessage => IncidentKind::FalseMessage,
            Self::InfectedDevice => IncidentKind::InfectedDevice,
            Self::SystemDown => IncidentKind::SystemDown,
            Self::Intruder => IncidentKind::Intrusion,
            Self::Nearly | Self::Other => IncidentKind::Other,
        }
    }

    /// How sure it is, as long as nobody has looked into it.
    #[must_use]
    pub const fn suggested_certainty(self) -> SecurityIncident {
        match self {
            Self::Nearly => SecurityIncident::NearMiss,
            _ => SecurityIncident::Suspected,
        }
    }
}

impl IncidentKind {
    /// The class such an incident usually has; the analyst has the last word.
    #[must_use]
    pub const fn usual_class(self) -> Classification {
        match self {
            Self::LockedOrWiped | Self::PositionOrTimeWrong | Self::DataTaken => {
                Classification::InformationContentSecurity
            }
            Self::FalseMessage | Self::CargoFraud => Classification::Fraud,
            Self::InfectedDevice => Classification::MaliciousCode,
            Self::SystemDown => Classification::Availability,
            Self::Intrusion | Self::RemoteAccessAbuse => Classification::Intrusions,
            Self::Other => Classification::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nearly_happened_is_a_near_miss_and_all_else_suspected() {
        for what in WhatHappened::ALL {
            let expected = match what {
                WhatHappened::Nearly => SecurityIncident::NearMiss,
                _ => SecurityIncident::Suspected,
            };
            assert_eq!(what.suggested_certainty(), expected);
        }
    }

    #[test]
    fn a_locked_screen_becomes_locked_or_wiped() {
        assert_eq!(
            WhatHappened::ScreenLocked.suggested_kind(),
            IncidentKind::LockedOrWiped
        );
        assert_eq!(
            IncidentKind::LockedOrWiped.usual_class().as_str(),
            "information_content_security"
        );
    }
}
