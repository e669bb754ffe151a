//! The life of a certificate: who may take which step where.

use super::{CertificateStatus, CertificateStep, RegistryActor};

/// A step the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the {by} cannot `{step}` a certificate that is `{from}`; {}", self.way_out())]
pub struct CertificateRefusal {
    pub from: CertificateStatus,
    pub step: CertificateStep,
    pub by: RegistryActor,
}

impl CertificateRefusal {
    /// What can be done instead, and by whom.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = possible(self.from)
            .map(|(step, by)| format!("`{step}` by the {by}"))
            .collect();
        if possible.is_empty() {
            "that is final, a new application begins anew".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Every lawful step.
///
/// Nobody withdraws from a suspension: it would be a way out of a revocation. A lapsed certificate can still be
/// revoked, since what was done under it may come to light later.
const STEPS: &[(
    CertificateStatus,
    CertificateStep,
    RegistryActor,
    CertificateStatus,
)] = {
    use CertificateStatus as S;
    use CertificateStep as T;
    use RegistryActor as A;
    &[
        (S::Active, T::Suspend, A::SchemeAdministrator, S::Suspended),
        (S::Active, T::Revoke, A::SchemeAdministrator, S::Revoked),
        (S::Active, T::Lapse, A::Clock, S::Lapsed),
        (S::Active, T::Renew, A::SchemeAdministrator, S::Active),
        (S::Active, T::Withdraw, A::Holder, S::Withdrawn),
        (S::Suspended, T::Reinstate, A::SchemeAdministrator, S::Active),
        (S::Suspended, T::Revoke, A::SchemeAdministrator, S::Revoked),
        (S::Suspended, T::Lapse, A::Clock, S::Lapsed),
        (S::Lapsed, T::Revoke, A::SchemeAdministrator, S::Revoked),
        (S::Lapsed, T::Renew, A::SchemeAdministrator, S::Active),
    ]
};

/// Where a step takes a certificate. Whether dates allow a renewal is for the caller.
///
/// # Errors
/// A refusal that says who can do what instead.
pub fn step(
    from: CertificateStatus,
    step: CertificateStep,
    by: RegistryActor,
) -> Result<CertificateStatus, CertificateRefusal> {
    let found = STEPS
        .iter()
        .find(|(at, taken, who, _)| *at == from && *taken == step && *who == by);
    found
        .map(|(.., to)| *to)
        .ok_or(CertificateRefusal { from, step, by })
}

/// The steps that are lawful for a certificate that stands at `from`, and who takes them.
pub fn possible(from: CertificateStatus) -> impl Iterator<Item = (CertificateStep, RegistryActor)> {
    STEPS
        .iter()
        .filter(move |(at, ..)| *at == from)
        .map(|(_, step, by, _)| (*step, *by))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_status_step_and_actor_is_settled() {
        let mut table = Vec::new();
        for from in CertificateStatus::ALL {
            for taken in CertificateStep::ALL {
                for by in RegistryActor::ALL {
                    if let Ok(to) = step(*from, *taken, *by) {
                        table.push(format!("{from} {taken} {by} {to}"));
                    }
                }
            }
        }
        assert_eq!(
            table,
            [
                "active suspend scheme_administrator suspended",
                "active revoke scheme_administrator revoked",
                "active lapse clock lapsed",
                "active renew scheme_administrator active",
                "active withdraw holder withdrawn",
                "suspended reinstate scheme_administrator active",
                "suspended revoke scheme_administrator revoked",
                "suspended lapse clock lapsed",
                "lapsed revoke scheme_administrator revoked",
                "lapsed renew scheme_administrator active",
            ]
        );
    }

    #[test]
    fn a_refusal_says_who_can_do_what() {
        let refused = |from, taken, by| step(from, taken, by).unwrap_err().to_string();
        assert_eq!(
            refused(
                CertificateStatus::Lapsed,
                CertificateStep::Renew,
                RegistryActor::Holder
            ),
            "the holder cannot `renew` a certificate that is `lapsed`; possible: `revoke` by the scheme_administrator, \
             `renew` by the scheme_administrator"
        );
        assert!(
            refused(
                CertificateStatus::Revoked,
                CertificateStep::Reinstate,
                RegistryActor::SchemeAdministrator
            )
            .ends_with("that is final, a new application begins anew")
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn what_is_final_stays_and_nobody_slips_out_of_a_suspension(
            steps in prop::collection::vec(
                (prop::sample::select(CertificateStep::ALL), prop::sample::select(RegistryActor::ALL)), 0..30)
        ) {
            use CertificateStatus as S;
            let mut status = S::Active;
            let mut suspended = false;
            for (taken, by) in steps {
                let Ok(next) = step(status, taken, by) else { continue };
                prop_assert!(!matches!(status, S::Revoked | S::Withdrawn));
                suspended |= next == S::Suspended;
                if suspended && next == S::Active {
                    prop_assert!(matches!(taken, CertificateStep::Reinstate | CertificateStep::Renew));
                    prop_assert_eq!(by, RegistryActor::SchemeAdministrator);
                    suspended = false;
                }
                prop_assert!(next != S::Withdrawn || by == RegistryActor::Holder);
                status = next;
            }
        }
    }
}
