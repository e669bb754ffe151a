//! How bad it was: one level for the whole, and one for each axis.

vocabulary! {
    /// How bad an incident was, the worst first.
    Severity = "severity", version "1", source "Bellbuoy, five levels with maritime anchors" {
        Critical => "critical", "Critical";
        Major => "major", "Major";
        Moderate => "moderate", "Moderate";
        Minor => "minor", "Minor";
        Low => "low", "Low";
        Unknown => "unknown", "Unknown";
    }
}

vocabulary! {
    /// How bad an incident was in one respect.
    SeverityAxis = "severity_axis", version "1", source "Bellbuoy" {
        None => "none", "None";
        Minor => "minor", "Minor";
        Moderate => "moderate", "Moderate";
        Major => "major", "Major";
        Critical => "critical", "Critical";
        Unknown => "unknown", "Unknown";
    }
}

/// How bad an incident was in each respect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeverityAxes {
    /// Danger to life, or to steering, propulsion or power.
    pub safety: SeverityAxis,
    /// Voyages, cargo and terminals stopped.
    pub operational: SeverityAxis,
    pub environmental: SeverityAxis,
    pub financial: SeverityAxis,
    /// Data lost, changed or taken.
    pub data: SeverityAxis,
}

impl SeverityAxes {
    /// The level for the whole: the worst that is known on any axis.
    ///
    /// An incident with no effect on any axis is low; one of which nothing bad is known but not everything is known
    /// is unknown, never low.
    #[must_use]
    pub fn suggested(&self) -> Severity {
        let axes = [
            self.safety,
            self.operational,
            self.environmental,
            self.financial,
            self.data,
        ];
        let worst = axes
            .into_iter()
            .filter(|axis| *axis != SeverityAxis::Unknown)
            .max();
        match worst {
            Some(SeverityAxis::Critical) => Severity::Critical,
            Some(SeverityAxis::Major) => Severity::Major,
            Some(SeverityAxis::Moderate) => Severity::Moderate,
            Some(SeverityAxis::Minor) => Severity::Minor,
            Some(SeverityAxis::None) if !axes.contains(&SeverityAxis::Unknown) => Severity::Low,
            _ => Severity::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes(all: [SeverityAxis; 5]) -> SeverityAxes {
        let [safety, operational, environmental, financial, data] = all;
        SeverityAxes {
            safety,
            operational,
            environmental,
            financial,
            data,
        }
    }

    #[test]
    fn one_bad_axis_is_enough_and_the_unknown_ones_do_not_soften_it() {
        use SeverityAxis as A;
        let of = |all| axes(all).suggested();
        assert_eq!(
            of([A::None, A::None, A::None, A::None, A::Major]),
            Severity::Major
        );
        assert_eq!(
            of([A::Critical, A::None, A::Unknown, A::Minor, A::Unknown]),
            Severity::Critical
        );
        assert_eq!(of([A::None; 5]), Severity::Low);
        assert_eq!(
            of([A::None, A::None, A::Unknown, A::None, A::None]),
            Severity::Unknown
        );
        assert_eq!(of([A::Unknown; 5]), Severity::Unknown);
        assert_eq!(
            of([A::Unknown, A::Minor, A::Unknown, A::Unknown, A::Unknown]),
            Severity::Minor
        );
    }

    #[test]
    fn making_one_axis_worse_never_makes_the_whole_better() {
        let known = [
            SeverityAxis::None,
            SeverityAxis::Minor,
            SeverityAxis::Moderate,
            SeverityAxis::Major,
            SeverityAxis::Critical,
        ];
        for rest in known {
            let levels = known.map(|safety| axes([safety, rest, rest, rest, rest]).suggested());
            assert!(levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
        }
    }
}
