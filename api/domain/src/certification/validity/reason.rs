//! Why a day counts or does not, as a word for programs and a sentence for people.

use chrono::NaiveDate;

use crate::certification::SanctionReason;

vocabulary! {
    /// Why a day of an engagement counts or does not.
    ValidityReason = "validity_reason", version "1", source "Bellbuoy" {
        NoDays => "no_days", "No days";
        NotCertified => "not_certified", "Not certified";
        NotYet => "not_yet", "Not yet certified";
        LevelTooLow => "level_too_low", "Level too low";
        Lapsed => "lapsed", "Lapsed";
        Suspended => "suspended", "Suspended";
        RevokedFromStart => "revoked_from_start", "Revoked from the start";
        Revoked => "revoked", "Revoked";
        Withdrawn => "withdrawn", "Withdrawn";
        SupplierNotAccredited => "supplier_not_accredited", "Supplier not accredited";
        NotEmployed => "not_employed", "Not employed by the supplier";
        BackDatedEmployment => "back_dated_employment", "Employment recorded afterwards";
        BackDatedCertificate => "back_dated_certificate", "Certificate recorded afterwards";
    }
}

/// What a certificate lacks on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    NotCertified,
    NotYet {
        from: NaiveDate,
    },
    LevelTooLow {
        held: u8,
        asked: u8,
    },
    Lapsed {
        last_day: NaiveDate,
    },
    Suspended {
        since: NaiveDate,
        reason: Option<SanctionReason>,
    },
    RevokedFromStart {
        reason: Option<SanctionReason>,
    },
    Revoked {
        from: NaiveDate,
        reason: Option<SanctionReason>,
    },
    Withdrawn {
        from: NaiveDate,
    },
}

/// Why days do not count, or what should be known about days that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The last day is before the first.
    NoDays,
    Person(Lack),
    Supplier(Lack),
    /// With the nearest employments by that supplier on record, if there are any.
    NotEmployed {
        until: Option<NaiveDate>,
        again_from: Option<NaiveDate>,
    },
    /// A notice: the days count.
    BackDatedEmployment {
        from: NaiveDate,
        recorded_on: NaiveDate,
    },
    /// A notice: the days count.
    BackDatedCertificate {
        from: NaiveDate,
        recorded_on: NaiveDate,
    },
}

impl Lack {
    const fn code(self) -> ValidityReason {
        match self {
            Self::NotCertified => ValidityReason::NotCertified,
            Self::NotYet { .. } => ValidityReason::NotYet,
            Self::LevelTooLow { .. } => ValidityReason::LevelTooLow,
            Self::Lapsed { .. } => ValidityReason::Lapsed,
            Self::Suspended { .. } => ValidityReason::Suspended,
            Self::RevokedFromStart { .. } => ValidityReason::RevokedFromStart,
            Self::Revoked { .. } => ValidityReason::Revoked,
            Self::Withdrawn { .. } => ValidityReason::Withdrawn,
        }
    }

    fn text(self) -> String {
        match self {
            Self::NotCertified => "no certificate in this discipline is on record".to_owned(),
            Self::NotYet { from } => format!("certified only from {}", day(from)),
            Self::LevelTooLow { held, asked } => {
                format!("certified at a level of rank {held}, where rank {asked} is needed")
            }
            Self::Lapsed { last_day } => format!("lapsed, the last day was {}", day(last_day)),
            Self::Suspended { since, reason } => format!("suspended since {}{}", day(since), because(reason)),
            Self::RevokedFromStart { reason } => format!("revoked from the start{}", because(reason)),
            Self::Revoked { from, reason } => format!("revoked from {}{}", day(from), because(reason)),
            Self::Withdrawn { from } => format!("withdrawn by the holder from {}", day(from)),
        }
    }
}

impl Reason {
    /// The word for programs.
    #[must_use]
    pub const fn code(self) -> ValidityReason {
        match self {
            Self::NoDays => ValidityReason::NoDays,
            Self::Person(lack) => lack.code(),
            Self::Supplier(_) => ValidityReason::SupplierNotAccredited,
            Self::NotEmployed { .. } => ValidityReason::NotEmployed,
            Self::BackDatedEmployment { .. } => ValidityReason::BackDatedEmployment,
            Self::BackDatedCertificate { .. } => ValidityReason::BackDatedCertificate,
        }
    }

    /// The sentence for people, in English.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::NoDays => "the last day is before the first".to_owned(),
            Self::Person(lack) => lack.text(),
            Self::Supplier(lack) => format!("the supplier is not accredited: {}", lack.text()),
            Self::NotEmployed { until, again_from } => {
                let mut text = "not employed by the supplier".to_owned();
                let near = [("until", until), ("again from", again_from)];
                for (word, date) in near.into_iter().filter_map(|(word, date)| Some((word, date?))) {
                    text.push_str(&format!(", on record {word} {}", day(date)));
                }
                text
            }
            Self::BackDatedEmployment { from, recorded_on } => {
                format!(
                    "the employment from {} was recorded on {}",
                    day(from),
                    day(recorded_on)
                )
            }
            Self::BackDatedCertificate { from, recorded_on } => {
                format!(
                    "the certificate from {} was recorded on {}",
                    day(from),
                    day(recorded_on)
                )
            }
        }
    }
}

fn because(reason: Option<SanctionReason>) -> String {
    reason.map_or_else(String::new, |reason| {
        format!(" ({})", reason.label().to_lowercase())
    })
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
