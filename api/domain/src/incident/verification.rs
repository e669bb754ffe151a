//! How well a report is supported.

use super::Track;

vocabulary! {
    /// How well a report is supported, the least first.
    VerificationLevel = "verification_level", version "1", source "Bellbuoy" {
        AnonymousUnverified => "anonymous_unverified", "Anonymous, unverified";
        AnonymousCorroborated => "anonymous_corroborated", "Anonymous, corroborated";
        Confidential => "confidential", "Confidential, known to the custodian";
        Identified => "identified", "Identified reporter";
        EvidenceConfirmed => "evidence_confirmed", "Confirmed by evidence";
        OfficiallyConfirmed => "officially_confirmed", "Officially confirmed";
    }
}

impl VerificationLevel {
    /// Whether a report that came this way can have this level; evidence counts on every way.
    #[must_use]
    pub const fn fits(self, track: Track) -> bool {
        match self {
            Self::AnonymousUnverified | Self::AnonymousCorroborated => matches!(track, Track::Anonymous),
            Self::Confidential | Self::Identified => matches!(track, Track::Named),
            Self::EvidenceConfirmed | Self::OfficiallyConfirmed => true,
        }
    }

    /// The level of a report nobody has looked into yet. A public source has been: by whoever entered it.
    #[must_use]
    pub const fn at_first(track: Track) -> Self {
        match track {
            Track::Named => Self::Identified,
            Track::Anonymous => Self::AnonymousUnverified,
            Track::PublicSource => Self::EvidenceConfirmed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_rises_from_unverified_to_officially_confirmed() {
        assert!(VerificationLevel::ALL.is_sorted());
        assert!(VerificationLevel::AnonymousUnverified < VerificationLevel::Identified);
        assert!(VerificationLevel::EvidenceConfirmed < VerificationLevel::OfficiallyConfirmed);
    }

    #[test]
    fn an_anonymous_report_can_be_confirmed_but_never_identified() {
        let possible: Vec<_> = VerificationLevel::ALL
            .iter()
            .filter(|l| l.fits(Track::Anonymous))
            .map(|l| l.as_str())
            .collect();
        assert_eq!(
            possible,
            [
                "anonymous_unverified",
                "anonymous_corroborated",
                "evidence_confirmed",
                "officially_confirmed"
            ]
        );
        assert!(
            Track::ALL
                .iter()
                .all(|track| VerificationLevel::at_first(*track).fits(*track))
        );
    }
}
