//! Whether a scheme is one that applications can be made under.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Fee, Requirement, Scheme};
use crate::certification::RequirementKind;

const LONGEST_CODE: usize = 40;
const LONGEST_LABEL: usize = 120;
const LONGEST_REQUIREMENT: usize = 300;
const LONGEST_ABOUT: usize = 1_000;
const LONGEST_CONDUCT: usize = 20_000;

/// What is wrong with a scheme, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SchemeFault {
    /// A JSON pointer, RFC 6901.
    pub pointer: String,
    /// What would be right.
    pub text: String,
}

#[derive(Default)]
struct Faults(Vec<SchemeFault>);

impl Faults {
    fn unless(&mut self, right: bool, pointer: impl Into<String>, text: impl Into<String>) {
        if !right {
            self.0.push(SchemeFault {
                pointer: pointer.into(),
                text: text.into(),
            });
        }
    }

    fn between(&mut self, value: u32, least: u32, most: u32, pointer: impl Into<String>) {
        let fits = (least..=most).contains(&value);
        self.unless(fits, pointer, format!("give a number from {least} to {most}"));
    }

    fn written(&mut self, text: &str, most: usize, pointer: impl Into<String>) {
        let fits = !text.trim().is_empty() && text.chars().count() <= most;
        self.unless(fits, pointer, format!("write one to {most} characters"));
    }

    /// Each code well formed and only once.
    fn codes<'a>(&mut self, codes: impl Iterator<Item = &'a str>, pointer: &str, field: &str) {
        let mut seen = BTreeSet::new();
        for (at, code) in codes.enumerate() {
            let pointer = format!("{pointer}/{at}/{field}");
            self.code(code, pointer.as_str());
            self.unless(
                seen.insert(code),
                pointer,
                format!("`{code}` is taken, choose another"),
            );
        }
    }

    fn code(&mut self, code: &str, pointer: impl Into<String>) {
        let plain = code
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        let fits = plain && code.starts_with(|c: char| c.is_ascii_lowercase()) && code.len() <= LONGEST_CODE;
        let text = "a code is up to 40 lower-case letters, digits and underscores, a letter first";
        self.unless(fits, pointer, text);
    }
}

impl Scheme {
    /// Everything that is wrong with the scheme; nothing when it can be published.
    #[must_use]
    pub fn check(&self) -> Vec<SchemeFault> {
        let mut faults = Faults::default();
        faults.code(&self.code, "/code");
        faults.written(&self.name, LONGEST_LABEL, "/name");
        self.check_numbers(&mut faults);
        self.check_lists(&mut faults);
        for (at, requirement) in self.requirements.iter().enumerate() {
            self.check_requirement(requirement, &format!("/requirements/{at}"), &mut faults);
        }
        for (at, fee) in self.fees.iter().enumerate() {
            self.check_fee(at, fee, &mut faults);
        }
        let conduct = &self.code_of_conduct;
        faults.written(&conduct.version, 20, "/code_of_conduct/version");
        let told = conduct.url.is_some() || conduct.text.is_some();
        faults.unless(told, "/code_of_conduct", "give the text or its address");
        if let Some(text) = &conduct.text {
            faults.written(text, LONGEST_CONDUCT, "/code_of_conduct/text");
        }
        if let Some(url) = &conduct.url {
            let fits = url.starts_with("https://") && url.len() <= 2_000;
            faults.unless(fits, "/code_of_conduct/url", "an address begins with https://");
        }
        faults.0
    }

    fn check_numbers(&self, faults: &mut Faults) {
        faults.between(self.validity_months, 1, 120, "/validity_months");
        faults.between(self.renewal_opens_days, 0, 365, "/renewal_opens_days");
        faults.between(self.grace_days, 0, 365, "/grace_days");
        faults.between(self.cpd_hours, 0, 2_000, "/cpd_hours");
        faults.between(self.review_days, 1, 365, "/review_days");
        faults.between(self.appeal_days, 1, 365, "/appeal_days");
        let shortest_month = 28;
        faults.unless(
            self.renewal_opens_days < self.validity_months.saturating_mul(shortest_month),
            "/renewal_opens_days",
            "renewal opens after the certificate is granted: give fewer days than it is valid",
        );
    }

    fn check_lists(&self, faults: &mut Faults) {
        faults.codes(
            self.disciplines.iter().map(|d| d.code.as_str()),
            "/disciplines",
            "code",
        );
        faults.codes(self.levels.iter().map(|l| l.code.as_str()), "/levels", "code");
        faults.codes(
            self.requirements.iter().map(|r| r.code.as_str()),
            "/requirements",
            "code",
        );
        faults.unless(
            !self.disciplines.is_empty(),
            "/disciplines",
            "name at least one discipline",
        );
        faults.unless(!self.levels.is_empty(), "/levels", "name at least one level");
        for (at, discipline) in self.disciplines.iter().enumerate() {
            faults.written(
                &discipline.label,
                LONGEST_LABEL,
                format!("/disciplines/{at}/label"),
            );
            let short = discipline.about.chars().count() <= LONGEST_ABOUT;
            let text = format!("write at most {LONGEST_ABOUT} characters");
            faults.unless(short, format!("/disciplines/{at}/about"), text);
        }
        let mut ranks = BTreeSet::new();
        for (at, level) in self.levels.iter().enumerate() {
            faults.written(&level.label, LONGEST_LABEL, format!("/levels/{at}/label"));
            let pointer = format!("/levels/{at}/rank");
            faults.between(u32::from(level.rank), 1, 20, pointer.as_str());
            let text = format!("rank {} is taken, each level has its own", level.rank);
            faults.unless(ranks.insert(level.rank), pointer, text);
        }
    }

    fn check_requirement(&self, requirement: &Requirement, pointer: &str, faults: &mut Faults) {
        faults.written(
            &requirement.label,
            LONGEST_REQUIREMENT,
            format!("{pointer}/label"),
        );
        faults.between(requirement.count, 1, 50, format!("{pointer}/count"));
        let proven = requirement.kind == RequirementKind::Evidence;
        faults.unless(
            requirement.evidence.is_some() == proven,
            format!("{pointer}/evidence"),
            "say what proves a requirement of the kind `evidence`, and of no other kind",
        );
        let named = |codes: &Option<Vec<String>>| codes.clone().unwrap_or_default();
        let levels = named(&requirement.levels).into_iter().enumerate();
        for (at, code) in levels {
            let text = format!("there is no level `{code}`");
            faults.unless(
                self.level(&code).is_some(),
                format!("{pointer}/levels/{at}"),
                text,
            );
        }
        let disciplines = named(&requirement.disciplines).into_iter().enumerate();
        for (at, code) in disciplines {
            let text = format!("there is no discipline `{code}`");
            faults.unless(
                self.discipline(&code).is_some(),
                format!("{pointer}/disciplines/{at}"),
                text,
            );
        }
        for (field, codes) in [
            ("levels", &requirement.levels),
            ("disciplines", &requirement.disciplines),
        ] {
            let some = codes.as_ref().is_none_or(|codes| !codes.is_empty());
            faults.unless(
                some,
                format!("{pointer}/{field}"),
                "name at least one, or leave it out for all",
            );
        }
    }

    fn check_fee(&self, at: usize, fee: &Fee, faults: &mut Faults) {
        let pointer = format!("/fees/{at}/level");
        let known = self.level(&fee.level).is_some();
        faults.unless(
            known,
            pointer.as_str(),
            format!("there is no level `{}`", fee.level),
        );
        let first = self.fees.iter().position(|other| other.level == fee.level) == Some(at);
        faults.unless(first, pointer, "each level has one fee");
        let currency = fee.currency.len() == 3 && fee.currency.bytes().all(|b| b.is_ascii_uppercase());
        let text = "a currency is given by its three letters of ISO 4217, as in EUR";
        faults.unless(currency, format!("/fees/{at}/currency"), text);
    }
}
