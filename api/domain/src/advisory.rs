//! Advisories: what may be told to others, and who must agree.

use crate::marking::{Audience, Tlp};

vocabulary! {
    /// Where an advisory stands.
    AdvisoryStatus = "advisory_status", version "1", source "Bellbuoy" {
        Draft => "draft", "Draft";
        Released => "released", "Released";
        Withdrawn => "withdrawn", "Withdrawn";
    }
}

/// What the rule of release looks at. `P` is whatever tells people apart.
#[derive(Debug, Clone, Copy)]
pub struct Release<'a, P> {
    pub status: AdvisoryStatus,
    pub tlp: Tlp,
    pub title: &'a str,
    pub lesson: &'a str,
    /// Everybody who wrote any of the text.
    pub writers: &'a [P],
    pub releaser: P,
}

/// Why an advisory cannot be released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseRefusal {
    #[error("an advisory that is {0} cannot be released, only a draft can")]
    NotADraft(AdvisoryStatus),
    #[error("an advisory is released by a second person, not by one of its writers")]
    OwnWork,
    #[error("an advisory marked TLP:{} cannot be released, mark it clear or green first", .0.as_str().to_uppercase())]
    TooNarrow(Tlp),
    #[error("an advisory needs a title and a lesson before it is released")]
    Incomplete,
}

/// Checks that an advisory may be released: a complete draft, marked clear or green, by a second person.
///
/// # Errors
/// The first rule that is not kept.
pub fn release<P: PartialEq>(asked: &Release<'_, P>) -> Result<AdvisoryStatus, ReleaseRefusal> {
    if asked.status != AdvisoryStatus::Draft {
        return Err(ReleaseRefusal::NotADraft(asked.status));
    }
    if asked.writers.contains(&asked.releaser) {
        return Err(ReleaseRefusal::OwnWork);
    }
    if !asked.tlp.may_be_released() {
        return Err(ReleaseRefusal::TooNarrow(asked.tlp));
    }
    if asked.title.trim().is_empty() || asked.lesson.trim().is_empty() {
        return Err(ReleaseRefusal::Incomplete);
    }
    Ok(AdvisoryStatus::Released)
}

/// Whether an advisory may still be changed: what others have read stays as it is.
#[must_use]
pub const fn may_be_edited(status: AdvisoryStatus) -> bool {
    matches!(status, AdvisoryStatus::Draft)
}

/// Whether an audience may see an advisory: released and marked widely enough, or the desk.
#[must_use]
pub fn may_be_seen(status: AdvisoryStatus, tlp: Tlp, by: Audience) -> bool {
    by == Audience::Desk || (status == AdvisoryStatus::Released && by.may_see(tlp))
}

/// The number of a released advisory, `BB-2026-001`; `nth` counts from one in each year.
#[must_use]
pub fn number(year: i32, nth: u32) -> String {
    format!("BB-{year:04}-{nth:03}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Release<'static, u8> {
        Release {
            status: AdvisoryStatus::Draft,
            tlp: Tlp::Clear,
            title: "Locked chart computers",
            lesson: "Keep paper charts.",
            writers: &[1, 3],
            releaser: 2,
        }
    }

    #[test]
    fn a_complete_draft_is_released_by_a_second_person() {
        assert_eq!(release(&draft()), Ok(AdvisoryStatus::Released));
        assert_eq!(
            release(&Release {
                tlp: Tlp::Green,
                ..draft()
            }),
            Ok(AdvisoryStatus::Released)
        );
    }

    #[test]
    fn each_rule_stops_a_release_by_itself() {
        let refused = |asked: Release<'_, u8>| release(&asked).unwrap_err();
        assert_eq!(
            refused(Release {
                releaser: 3,
                ..draft()
            }),
            ReleaseRefusal::OwnWork
        );
        assert_eq!(
            refused(Release {
                title: " ",
                ..draft()
            }),
            ReleaseRefusal::Incomplete
        );
        assert_eq!(
            refused(Release {
                lesson: "",
                ..draft()
            }),
            ReleaseRefusal::Incomplete
        );
        for status in [AdvisoryStatus::Released, AdvisoryStatus::Withdrawn] {
            assert_eq!(
                refused(Release { status, ..draft() }),
                ReleaseRefusal::NotADraft(status)
            );
        }
        for tlp in [Tlp::Amber, Tlp::AmberStrict, Tlp::Red] {
            assert_eq!(
                refused(Release { tlp, ..draft() }),
                ReleaseRefusal::TooNarrow(tlp)
            );
        }
    }

    #[test]
    fn the_public_sees_nothing_but_released_and_clear() {
        for (status, tlp) in AdvisoryStatus::ALL
            .iter()
            .flat_map(|s| Tlp::ALL.iter().map(move |t| (*s, *t)))
        {
            let public = status == AdvisoryStatus::Released && tlp == Tlp::Clear;
            assert_eq!(may_be_seen(status, tlp, Audience::Public), public);
            assert!(may_be_seen(status, tlp, Audience::Desk));
        }
        assert!(may_be_seen(
            AdvisoryStatus::Released,
            Tlp::Green,
            Audience::Member
        ));
    }

    #[test]
    fn numbers_have_at_least_three_digits() {
        assert_eq!(number(2026, 1), "BB-2026-001");
        assert_eq!(number(2026, 1_234), "BB-2026-1234");
    }
}
