//! What an administrator writes of a sitting, held to its rules.

use super::model::{SittingRow, Written};
use super::wire::SittingDraft;
use crate::http::query::did_you_mean;
use crate::http::{AppError, Fault};
use crate::{consultants, schemes};
use bellbuoy_domain::certification::{HolderKind, RequirementKind, SittingKind, counted};
use bellbuoy_domain::place::find_port;
use chrono::offset::LocalResult;
use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use diesel_async::AsyncPgConnection;

/// The longest sitting: a course of two weeks.
const LONGEST: TimeDelta = TimeDelta::days(14);

struct Faults(Vec<Fault>);

impl Faults {
    fn unless(&mut self, right: bool, pointer: &str, code: &str, why: impl Into<String>) {
        if !right {
            self.0.push(Fault::new(pointer, code, why));
        }
    }
}

/// Holds a sitting to its rules. What has begun is not moved; what is new lies ahead, unless `past` is told.
///
/// # Errors
/// Every place that does not fit.
pub async fn checked(
    conn: &mut AsyncPgConnection,
    draft: SittingDraft,
    before: Option<&SittingRow>,
    past: bool,
    now: DateTime<Utc>,
) -> Result<Written, AppError> {
    let mut faults = Faults(Vec::new());
    let Some(zone) = zone(&draft.time_zone, &mut faults) else {
        return Err(AppError::Unfit(faults.0));
    };
    let starts_at = instant(zone, draft.starts_local, "/starts_local", &mut faults);
    let ends_at = instant(zone, draft.ends_local, "/ends_local", &mut faults);
    let last = draft.book_until_local.unwrap_or(draft.starts_local);
    let book_until = instant(zone, last, "/book_until_local", &mut faults);
    let length = ends_at - starts_at;
    let later = "has to be later than the beginning, by two weeks at the most";
    let fits = length > TimeDelta::zero() && length <= LONGEST;
    faults.unless(fits, "/ends_local", "order", later);
    let why = "has to be the beginning or earlier";
    faults.unless(book_until <= starts_at, "/book_until_local", "order", why);
    let moved = before.is_none_or(|row| row.starts_at != starts_at);
    let ahead = starts_at > now && before.is_none_or(|row| row.starts_at > now);
    let why = "has to lie ahead: what has begun is not moved, and nobody sits down in the past";
    faults.unless(past || !moved || ahead, "/starts_local", "past", why);
    let port = draft.port.as_ref().map(|code| code.trim().to_uppercase());
    let known = port.as_deref().and_then(find_port);
    if let Some(code) = port.as_deref().filter(|_| known.is_none()) {
        faults.0.push(consultants::unknown_port("/port", code));
    }
    let somewhere = port.is_some() || draft.place.is_some() || draft.online_url.is_some();
    let why = "name the port, the place or the address on the network where it is held";
    faults.unless(somewhere, "/place", "required", why);
    workshop(&draft, starts_at <= now || past, &mut faults);
    requirement(conn, &draft, &mut faults).await?;
    if let Some(row) = before {
        let same = row.kind == draft.kind;
        let empty = row.taken == 0 && row.waiting == 0;
        let why = "stays as it is once somebody has a seat";
        faults.unless(same || empty, "/kind", "order", why);
        let why = format!("has to be {} or more: so many seats are taken", row.taken);
        faults.unless(draft.seats >= row.taken, "/seats", "order", why);
    }
    if !faults.0.is_empty() {
        return Err(AppError::Unfit(faults.0));
    }
    let quarters = counted(draft.starts_local, draft.ends_local).quarters();
    Ok(Written {
        kind: draft.kind,
        title: draft.title.trim().to_owned(),
        about: draft.about,
        scheme: draft.scheme,
        requirement: draft.requirement,
        starts_at,
        ends_at,
        time_zone: draft.time_zone,
        held_on: draft.starts_local.date(),
        quarters: i16::try_from(quarters).unwrap_or(i16::MAX),
        country: known.map(|port| port.country.clone()),
        port,
        place: draft.place,
        online: draft.online_url.is_some(),
        seats: draft.seats,
        book_until,
        agenda: draft.agenda,
        minutes: draft.minutes,
        outcomes: draft.outcomes,
        revision: before.map_or(1, |row| row.revision + 1),
        changed_at: now,
    })
}

fn zone(name: &str, faults: &mut Faults) -> Option<Tz> {
    let found = name.parse::<Tz>().ok();
    if found.is_none() {
        let why = format!("`{name}` is not a time zone of the IANA database, such as Europe/Amsterdam");
        let near = did_you_mean(name, TZ_VARIANTS.iter().map(|zone| zone.name()));
        faults
            .0
            .push(Fault::new("/time_zone", "unknown_time_zone", why).hint(near));
    }
    found
}

/// The moment at which clocks show a time; the earlier one where they show it twice.
fn instant(zone: Tz, local: NaiveDateTime, pointer: &str, faults: &mut Faults) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        LocalResult::None => {
            let why = format!("there is no such time in {zone}: clocks are put forward over it");
            faults.unless(false, pointer, "no_such_time", why);
            local.and_utc()
        }
    }
}

/// Agenda, minutes and outcomes are those of a workshop, the last two of one that has begun.
fn workshop(draft: &SittingDraft, begun: bool, faults: &mut Faults) {
    let is_workshop = draft.kind == SittingKind::Workshop;
    for (pointer, given, afterwards) in [
        ("/agenda", draft.agenda.is_some(), false),
        ("/minutes", draft.minutes.is_some(), true),
        ("/outcomes", draft.outcomes.is_some(), true),
    ] {
        let why = "has to be left out: only a workshop has it";
        faults.unless(is_workshop || !given, pointer, "no_workshop", why);
        let why = "has to be left out until the workshop begins";
        let early = is_workshop && given && afterwards && !begun;
        faults.unless(!early, pointer, "future", why);
    }
}

/// An exam meets a requirement of its kind, a training may, a workshop does not.
async fn requirement(
    conn: &mut AsyncPgConnection,
    draft: &SittingDraft,
    faults: &mut Faults,
) -> Result<(), AppError> {
    let kind = match draft.kind {
        SittingKind::Exam => RequirementKind::Exam,
        SittingKind::Training => RequirementKind::Training,
        SittingKind::Workshop => {
            let none = draft.scheme.is_none() && draft.requirement.is_none();
            let why = "has to be left out: a workshop meets no requirement";
            faults.unless(none, "/requirement", "workshop", why);
            return Ok(());
        }
    };
    let (code, asked) = match (&draft.scheme, &draft.requirement) {
        (Some(scheme), Some(requirement)) => (scheme, requirement),
        (None, None) if draft.kind == SittingKind::Training => return Ok(()),
        (None, _) => {
            let why = "has to be the code of the scheme whose requirement is met";
            faults.unless(false, "/scheme", "required", why);
            return Ok(());
        }
        (_, None) => {
            let why = "has to be the code of the requirement that is met";
            faults.unless(false, "/requirement", "required", why);
            return Ok(());
        }
    };
    let day = draft.starts_local.date();
    let schemes = schemes::in_force(conn, HolderKind::Person, day).await?;
    let Some(scheme) = schemes.iter().find(|scheme| scheme.code == *code) else {
        let why = format!("`{code}` is not a scheme for people that is in force on {day}");
        let known = schemes.iter().map(|scheme| scheme.code.clone());
        let fault = Fault::new("/scheme", "unknown_scheme", why).accepted(known);
        faults.0.push(fault);
        return Ok(());
    };
    let fitting: Vec<&String> = scheme
        .content
        .requirements
        .iter()
        .filter(|one| one.kind == kind)
        .map(|one| &one.code)
        .collect();
    if !fitting.contains(&asked) {
        let why = format!("`{asked}` is not a requirement of the kind `{kind}` in the scheme `{code}`");
        let fault = Fault::new("/requirement", "unknown_requirement", why);
        faults.0.push(fault.accepted(fitting));
    }
    Ok(())
}
