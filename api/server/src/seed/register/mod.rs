//! The invented people and firms of the register, in every state that a certificate can be in.

mod candidates;
mod firms;
pub mod ratings;
pub mod sittings;
mod table;

use crate::certificates::{self, Grant, Told};
use crate::http::AppError;
use crate::schemes::{self, Current};
use crate::{consultants, suppliers};
use bellbuoy_domain::certification::{CertificateStep, HolderKind, SanctionReason};
pub use candidates::Runners;
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use firms::{DemoFirm, FIRMS, Fate};
use table::Person;
use uuid::Uuid;

/// From when the demo's schemes are in force.
pub const SINCE: NaiveDate = match NaiveDate::from_ymd_opt(2022, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
const PEOPLE_SCHEME: &str = "maritime";
const FIRM_SCHEME: &str = "supplier";

/// Whom others of the demo refer to.
#[derive(Debug, Clone)]
pub struct Entered {
    /// In the order of the invented firms.
    pub firms: Vec<Uuid>,
    /// In the order of the invented people.
    pub people: Vec<Uuid>,
}

/// Enters them; the first person is whom `account` signs in as.
pub async fn enter(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    runners: Runners,
    now: DateTime<Utc>,
) -> Result<Entered, AppError> {
    let today = now.date_naive();
    schemes::enter_ready(conn, SINCE, now).await?;
    let scheme = schemes::current(conn, FIRM_SCHEME, today).await?;
    let mut firms = Vec::new();
    for firm in &FIRMS {
        firms.push(enter_firm(conn, firm, &scheme, now).await?);
    }
    let scheme = schemes::current(conn, PEOPLE_SCHEME, today).await?;
    let table = table::people().map_err(|fault| AppError::Internal(fault.into()))?;
    let mut account = Some(account);
    let mut people = Vec::new();
    for person in table {
        people.push(enter_person(conn, person, account.take(), &firms, &scheme, now).await?);
    }
    candidates::enter(conn, &scheme, runners, now).await?;
    while certificates::lapse(conn, now).await? > 0 {}
    Ok(Entered { firms, people })
}

async fn enter_firm(
    conn: &mut AsyncPgConnection,
    firm: &DemoFirm,
    scheme: &Current,
    now: DateTime<Utc>,
) -> Result<Uuid, AppError> {
    let first = months_ago(now, firm.since);
    let invented = suppliers::Invented {
        name: firm.name,
        about: firm.about,
        base: firm.base,
        languages: firm.languages.split(' ').map(str::to_owned).collect(),
        domains: firm.domains.to_vec(),
        website: None,
        created_at: noon(first),
    };
    let id = suppliers::enter_invented(conn, invented).await?;
    let level = scheme.content.levels.first().map(|one| one.code.clone());
    let level = level.unwrap_or_default();
    for discipline in firm.disciplines {
        let grant = Grant {
            holder: id,
            kind: HolderKind::Supplier,
            scheme,
            discipline,
            level: &level,
            valid_from: first,
            demo: true,
        };
        granted(conn, &grant, firm.fate, now).await?;
    }
    Ok(id)
}

async fn enter_person(
    conn: &mut AsyncPgConnection,
    person: Person,
    account_id: Option<Uuid>,
    firms: &[Uuid],
    scheme: &Current,
    now: DateTime<Utc>,
) -> Result<Uuid, AppError> {
    let longest = person
        .certificates
        .iter()
        .map(|one| one.months)
        .max()
        .unwrap_or(0);
    let since = months_ago(now, longest);
    let mut profile = person.profile;
    profile.available_from = person.available_in.map(|days| now.date_naive() + Days::new(days));
    let firm = person.firm.and_then(|place| firms.get(place)).copied();
    let invented = consultants::Invented {
        profile,
        account_id,
        engagements: firm.map(|firm| (firm, since, None)).into_iter().collect(),
        created_at: noon(since),
    };
    let id = consultants::enter_invented(conn, invented).await?;
    for held in &person.certificates {
        let grant = Grant {
            holder: id,
            kind: HolderKind::Person,
            scheme,
            discipline: &held.discipline,
            level: &held.level,
            valid_from: months_ago(now, held.months),
            demo: true,
        };
        granted(conn, &grant, held.fate, now).await?;
    }
    Ok(id)
}

/// Grants what was granted then, and lets happen what happened to it.
async fn granted(
    conn: &mut AsyncPgConnection,
    grant: &Grant<'_>,
    fate: Fate,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    use CertificateStep as Step;
    use SanctionReason as Reason;
    let first = grant.valid_from;
    let granted = certificates::grant(conn, None, grant, noon(first)).await?;
    let ago = |days: u32| now - TimeDelta::days(i64::from(days));
    let (reason, note) = (
        Some(Reason::UnderInvestigation),
        Some("A complaint is being looked into."),
    );
    let told = |step, at: DateTime<Utc>, reason, note: Option<&str>| Told {
        step,
        effective_on: at.date_naive(),
        reason,
        note: note.map(str::to_owned),
        recorded_at: at,
    };
    let steps = match fate {
        Fate::InForce => vec![],
        Fate::Suspended(days) => vec![told(Step::Suspend, ago(days), reason, note)],
        Fate::Reinstated => vec![
            told(Step::Suspend, ago(90), reason, note),
            told(
                Step::Reinstate,
                ago(62),
                None,
                Some("The complaint was dismissed."),
            ),
        ],
        Fate::Revoked(days) => {
            let why = Some("Tests were reported that had not been carried out.");
            vec![told(Step::Revoke, ago(days), Some(Reason::ComplaintUpheld), why)]
        }
        Fate::Void => vec![Told {
            effective_on: first,
            ..told(
                Step::Revoke,
                ago(30),
                Some(Reason::FalseEvidence),
                Some("The employer's letter was not genuine."),
            )
        }],
        Fate::Withdrawn(days) => vec![told(Step::Withdraw, ago(days), None, None)],
        Fate::Renewed => vec![told(Step::Renew, noon(granted.valid_to), None, None)],
    };
    for step in steps {
        certificates::enter_step(conn, &granted.number, step).await?;
    }
    Ok(())
}

fn months_ago(now: DateTime<Utc>, months: u32) -> NaiveDate {
    let today = now.date_naive();
    today.checked_sub_months(Months::new(months)).unwrap_or(today)
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12)
}
