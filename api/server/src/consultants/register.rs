//! The filter of the register: one query string serves the search, its exports and the map.

use crate::db::{Caller, Db};
use crate::http::codes;
use crate::http::problem::{AppError, Fault};
use crate::http::words::words;
use crate::schemes::{self, Code};
use bellbuoy_domain::certification::{WorkDomain, WorkMode, find_language};
use bellbuoy_domain::place::{self, Port, SeaRegion, find_country, find_port, plain};
use bellbuoy_domain::vessel::VesselType;
use bellbuoy_domain::vocabulary::Vocabulary;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// How far "near" reaches when nobody says, nautical miles.
const USUAL_MILES: u16 = 200;
/// The farthest that can be asked for: half of the earth's girth.
const MOST_MILES: u16 = 10_800;

/// Query parameters of the register; several words of one parameter are separated by commas and mean *or*.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RegisterQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
    /// From `next` or `prev` of another page.
    pub cursor: Option<String>,
    /// Count all that fit, exactly up to 10,000.
    pub with_total: Option<bool>,
    /// Codes of disciplines in which a certificate is in force.
    #[param(example = "maritime_specialist")]
    pub discipline: Option<String>,
    /// Codes of levels; who holds a higher one is found as well.
    #[param(example = "practitioner")]
    pub level: Option<String>,
    /// Fields of work.
    #[param(example = "navigation,incident_response")]
    pub domain: Option<String>,
    pub vessel_type: Option<String>,
    /// Country of the base, ISO 3166-1 alpha-2.
    #[param(example = "NL")]
    pub country: Option<String>,
    /// Sea regions served.
    pub region: Option<String>,
    /// Working languages, ISO 639-1.
    #[param(example = "en,no")]
    pub language: Option<String>,
    /// On site or remote.
    pub mode: Option<String>,
    /// UN/LOCODE of a port: who works within `within` nautical miles of it, nearest first.
    #[param(example = "NLRTM")]
    pub near: Option<String>,
    /// Nautical miles, great circle; 200 when absent.
    #[param(minimum = 1, maximum = 10800)]
    pub within: Option<u16>,
    /// Who can be engaged on this day.
    #[param(example = "2026-12-01")]
    pub available_on: Option<NaiveDate>,
    /// Who works for this supplier.
    pub supplier: Option<Uuid>,
    /// Words of name, firm, work, place or language.
    #[param(max_length = 200)]
    pub q: Option<String>,
}

/// A port and how far it is, in tenths of a nautical mile.
pub type Near = (&'static Port, i32);

/// What is within reach of a port.
#[derive(Clone, PartialEq)]
pub struct Reach {
    pub port: &'static Port,
    pub miles: u16,
    /// Nearest first.
    pub ports: Vec<Near>,
}

// The ports follow from the first and how far it reaches.
impl std::fmt::Debug for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}+{}", self.port.unlocode, self.miles)
    }
}

/// The filter, parsed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Of each set at least one mark.
    pub marks: Vec<Vec<String>>,
    /// None when it does not matter where.
    pub near: Option<Reach>,
    pub available_on: Option<NaiveDate>,
    /// A text query of PostgreSQL, each word as a beginning.
    pub text: Option<String>,
}

impl Filter {
    /// Whether everybody fits.
    pub const fn is_bare(&self) -> bool {
        self.near.is_none() && self.marks.is_empty() && self.text.is_none()
    }
}

impl RegisterQuery {
    /// Reads the words; every unknown one is a fault.
    pub fn filter(&self) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let marks = [
            self.certified(&mut faults),
            marks::<WorkDomain>("o", "domain", self.domain.as_deref(), &mut faults),
            marks::<VesselType>("v", "vessel_type", self.vessel_type.as_deref(), &mut faults),
            marks::<SeaRegion>("r", "region", self.region.as_deref(), &mut faults),
            marks::<WorkMode>("m", "mode", self.mode.as_deref(), &mut faults),
            coded("g", "language", self.language.as_deref(), language, &mut faults),
            coded("c", "country", self.country.as_deref(), country, &mut faults),
            self.supplier.map(|id| vec![format!("s:{id}")]),
        ];
        let filter = Filter {
            marks: marks.into_iter().flatten().collect(),
            near: self.near(&mut faults),
            available_on: self.available_on,
            text: self.text(&mut faults),
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }

    /// Passes when disciplines and levels are those of a scheme.
    pub async fn names_schemes(&self, db: &Db, caller: Caller) -> Result<(), AppError> {
        let asked = [
            ("discipline", Code::Discipline, self.discipline.as_deref()),
            ("level", Code::Level, self.level.as_deref()),
        ];
        schemes::are_known(db, caller, &asked).await
    }

    /// Discipline and level belong together: a level in the discipline that was asked for.
    fn certified(&self, faults: &mut Vec<Fault>) -> Option<Vec<String>> {
        let disciplines = simple("discipline", self.discipline.as_deref(), faults);
        let levels = simple("level", self.level.as_deref(), faults);
        match (disciplines, levels) {
            (None, None) => None,
            (Some(disciplines), None) => Some(disciplines.iter().map(|one| format!("d:{one}")).collect()),
            (None, Some(levels)) => Some(levels.iter().map(|one| format!("l:{one}")).collect()),
            (Some(disciplines), Some(levels)) => Some(
                disciplines
                    .iter()
                    .flat_map(|one| levels.iter().map(move |level| format!("d:{one}:{level}")))
                    .collect(),
            ),
        }
    }

    fn near(&self, faults: &mut Vec<Fault>) -> Option<Reach> {
        let within = self.within.unwrap_or(USUAL_MILES);
        if !(1..=MOST_MILES).contains(&within) {
            let why = format!("`within` has to lie between 1 and {MOST_MILES} nautical miles");
            faults.push(Fault::new("?within", codes::BAD_PARAMETER.word, why));
        }
        let Some(code) = self.near.as_deref() else {
            if self.within.is_some() {
                let why = "`within` needs `near`, the UN/LOCODE of a port";
                faults.push(Fault::new("?within", codes::BAD_PARAMETER.word, why));
            }
            return None;
        };
        let code = code.trim().to_uppercase().replace(' ', "");
        let Some(port) = find_port(&code) else {
            faults.push(unknown_port("?near", &code));
            return None;
        };
        Some(Reach {
            port,
            miles: within,
            ports: place::ports_within(port, f64::from(within)),
        })
    }

    fn text(&self, faults: &mut Vec<Fault>) -> Option<String> {
        let text = self.q.as_deref()?.trim();
        if text.len() > 200 || text.contains('\0') {
            let why = "`q` has to be at most 200 characters of text";
            faults.push(Fault::new("?q", codes::BAD_PARAMETER.word, why));
            return None;
        }
        if text.is_empty() {
            return None;
        }
        let plain = plain(text);
        let words: Vec<String> = plain
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("{word}:*"))
            .collect();
        if words.is_empty() {
            let why = "`q` has to hold a letter or a digit; leave it out for all";
            faults.push(Fault::new("?q", codes::BAD_PARAMETER.word, why));
            return None;
        }
        Some(words.join(" & "))
    }
}

/// The fault of a port that the table does not have.
pub fn unknown_port(pointer: &str, code: &str) -> Fault {
    let meant = place::search(code.get(2..).unwrap_or(code), 1);
    let hint = meant
        .first()
        .map(|port| format!("did you mean {} ({})?", port.unlocode, port.name));
    let why = format!("`{code}` is not the UN/LOCODE of a port we know, such as NLRTM");
    Fault::new(pointer, "unknown_port", why).hint(hint)
}

fn marks<V: Vocabulary>(
    letter: &str,
    name: &str,
    text: Option<&str>,
    faults: &mut Vec<Fault>,
) -> Option<Vec<String>> {
    let found = words::<V>(name, text, faults)?;
    Some(
        found
            .iter()
            .map(|word| format!("{letter}:{}", word.as_str()))
            .collect(),
    )
}

fn language(code: &str) -> Option<String> {
    let code = code.to_lowercase();
    find_language(&code).map(|_| code)
}

fn country(code: &str) -> Option<String> {
    let code = code.to_uppercase();
    find_country(&code).map(|_| code)
}

/// The words of a parameter, as they stand.
fn simple(name: &str, text: Option<&str>, faults: &mut Vec<Fault>) -> Option<Vec<String>> {
    let found: Vec<String> = text?
        .split(',')
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    if found.is_empty() {
        let why = format!("`{name}` has to be a word or several, separated by commas; leave it out for all");
        faults.push(Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, why));
    }
    Some(found)
}

fn coded(
    letter: &str,
    name: &str,
    text: Option<&str>,
    known: fn(&str) -> Option<String>,
    faults: &mut Vec<Fault>,
) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for word in simple(name, text, faults)? {
        match known(&word) {
            Some(code) => found.push(format!("{letter}:{code}")),
            None => {
                let why = format!("`{word}` is not a code of a {name}");
                faults.push(Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, why));
            }
        }
    }
    Some(found)
}
