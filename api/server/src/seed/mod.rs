//! The demo: invented organisations, people, incidents and advisories, and beside them the publicly
//! known incidents. Everything enters through the actions of the API, once, in demo mode only.

pub mod advisories;
pub mod demo;
pub mod organisations;
pub mod people;
pub mod public;
pub mod register;
mod store;

use crate::app::App;
use crate::auth::factors::{self, Seal};
use crate::auth::model::{NewAccount, NewMembership, NewOrganisation};
use crate::auth::{password, store as accounts};
use crate::config::Mode;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::incidents::actions::Entered;
use crate::incidents::enter_public;
use crate::incidents::wire::IncidentCreate;
use crate::{audit, intake, jobs, responders, statistics};
use bellbuoy_domain::account::OrganisationRole;
use bellbuoy_domain::incident::{IncidentStatus, Series, Track};
use bellbuoy_domain::marking::Tlp;
use chrono::{Datelike, NaiveDate};
use demo::{DemoIncident, Outcome, Party};
use diesel_async::{AsyncConnection, AsyncPgConnection};
use people::{ANALYST, DemoPerson, PEOPLE, SECOND_ANALYST};
use public::PublicIncident;
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use uuid::Uuid;

/// Accepted demo incidents.
const INCIDENTS: usize = 3600;
/// File in the folder of keys that holds the private half of the demo's recovery key.
const RECOVERY: &str = "demo-recovery.key";

/// Ids of what was invented, made at each load.
struct Ids {
    organisations: Vec<Uuid>,
    pseudonyms: Vec<Uuid>,
    people: Vec<(DemoPerson, Uuid)>,
}

impl Ids {
    fn new() -> Self {
        Self {
            organisations: organisations::organisations()
                .iter()
                .map(|_| Uuid::now_v7())
                .collect(),
            pseudonyms: (0..demo::PSEUDONYMS).map(|_| Uuid::new_v4()).collect(),
            people: PEOPLE.iter().map(|person| (*person, Uuid::now_v7())).collect(),
        }
    }

    fn of(&self, person: DemoPerson) -> Uuid {
        self.people
            .iter()
            .find(|(one, _)| *one == person)
            .map(|(_, id)| *id)
            .unwrap_or_default()
    }

    fn organisation(&self, place: Option<usize>) -> Option<Uuid> {
        place.and_then(|place| self.organisations.get(place)).copied()
    }

    fn party(&self, party: Option<Party>) -> Option<Uuid> {
        match party? {
            Party::Organisation(place) => self.organisation(Some(place)),
            Party::Pseudonym(place) => self.pseudonyms.get(place).copied(),
        }
    }
}

/// Loads the demo unless it stands already; says whether it did.
///
/// All rows are one transaction, so that an interrupted load leaves none of them. What follows them,
/// the folding and the first public figures, is made up for at the next start.
///
/// # Errors
/// When the database refuses, or a row of the public table cannot be read.
pub async fn load(app: &App, db: &Db) -> Result<bool, AppError> {
    if app.config.mode != Mode::Demo {
        return Ok(false);
    }
    let stands = {
        let mut conn = db.as_caller(Caller::System).await?;
        accounts::find_by_email(&mut conn, ANALYST.email).await?.is_some()
    };
    if !stands {
        let ids = Ids::new();
        let recovery = intake::seed_keys(
            app,
            db,
            &[ids.of(ANALYST), ids.of(SECOND_ANALYST)],
            people::DESK_PASSPHRASE,
        )
        .await?;
        keep_recovery(app, &recovery)?;
        enter(app, db, &ids).await?;
    }
    let mut conn = db.as_caller(Caller::System).await?;
    enter_second_factors(app, &mut conn).await?;
    let released = store::released(&mut conn).await?;
    drop(conn);
    if !released {
        jobs::drain(db).await?;
        statistics::release_now(app, db).await?;
    }
    Ok(!stands)
}

async fn enter(app: &App, db: &Db, ids: &Ids) -> Result<(), AppError> {
    let now = app.now();
    let today = app.config.demo_today.unwrap_or(now.date_naive());
    let hash = tokio::task::spawn_blocking(|| password::hash(people::PASSWORD))
        .await
        .map_err(|error| AppError::Internal(error.into()))??;
    let known = public::incidents().map_err(|fault| AppError::Internal(fault.into()))?;
    let invented = demo::incidents(today, INCIDENTS);
    let mut conn = db.as_caller(Caller::System).await?;
    conn.transaction(async |conn| {
        enter_people(conn, ids, &hash).await?;
        enter_public(conn, now, known.into_iter().map(publicly_known).collect()).await?;
        enter_public(
            conn,
            now,
            invented
                .iter()
                .map(|incident| (incident.facts.clone(), entered(ids, incident)))
                .collect(),
        )
        .await?;
        settle(conn, ids, &invented).await?;
        crate::advisories::enter_demo(
            conn,
            advisories::advisories()
                .iter()
                .map(|advisory| (advisory.asked(), advisory.days_ago))
                .collect(),
            ids.of(ANALYST),
            ids.of(SECOND_ANALYST),
            now,
        )
        .await?;
        let runners = register::Runners {
            administrator: ids.of(people::SCHEME),
            reviewer: ids.of(people::REVIEWER),
        };
        let register = register::enter(conn, ids.of(people::CONSULTANT), runners, now).await?;
        responders::enter_demo(conn, &register.people, now).await?;
        register::ratings::enter(conn, &register, &ids.organisations, ids.of(people::MEMBER), now).await?;
        let seated = register::sittings::People {
            consultant: ids.of(people::CONSULTANT),
            member: ids.of(people::MEMBER),
            analyst: ids.of(ANALYST),
            second_analyst: ids.of(SECOND_ANALYST),
        };
        register::sittings::enter(conn, seated, now).await?;
        audit::record(conn, audit::Entry::by_system("demo.load", "demo", None)).await
    })
    .await
}

async fn enter_people(conn: &mut AsyncPgConnection, ids: &Ids, hash: &str) -> Result<(), AppError> {
    for (organisation, id) in organisations::organisations().iter().zip(&ids.organisations) {
        let row = NewOrganisation {
            id: *id,
            name: organisation.name.to_owned(),
            kind: organisation.kind,
            country: Some(organisation.country.to_owned()),
            visibility: organisation.visibility(),
            website: None,
            about: None,
        };
        accounts::insert_organisation(conn, &row).await?;
    }
    for (person, id) in &ids.people {
        let row = NewAccount {
            id: *id,
            email: person.email.to_owned(),
            name: person.name.to_owned(),
            role: person.role,
            password_hash: hash.to_owned(),
        };
        accounts::insert_account(conn, &row).await?;
        if let Some(organisation) = ids.organisation(person.member.then_some(0)) {
            let owner = NewMembership::confirmed(organisation, *id, person.email, OrganisationRole::Owner);
            accounts::insert_membership(conn, &owner).await?;
        }
    }
    Ok(())
}

/// Staff have to give a second factor; the sign-in page of the demo gives the code for them.
async fn enter_second_factors(app: &App, conn: &mut AsyncPgConnection) -> Result<(), AppError> {
    let seal = Seal::of(&app.keys.secret);
    for person in PEOPLE.iter().filter(|person| person.role.is_staff()) {
        if let Some(account) = accounts::find_by_email(conn, person.email).await? {
            let sealed = seal.seal(account.id, &people::SECOND_FACTOR)?;
            factors::store::enter(conn, account.id, &sealed, app.now()).await?;
        }
    }
    Ok(())
}

/// A publicly known incident counts as recorded in the month it happened: nobody reported it to us.
fn publicly_known(incident: PublicIncident) -> (IncidentCreate, Entered) {
    let entered = Entered {
        status: IncidentStatus::Accepted,
        track: Track::PublicSource,
        series: Series::PublicSource,
        demo: false,
        organisation: None,
        account: None,
        reported_at: None,
        recorded_month: first(incident.facts.occurred_on),
        verification: incident.verification,
        tlp: Tlp::Clear,
        affected_party: None,
        source: Some(incident.source),
    };
    (incident.facts, entered)
}

fn entered(ids: &Ids, incident: &DemoIncident) -> Entered {
    let own = incident.organisation == Some(0);
    Entered {
        status: incident.outcome.entered(),
        track: incident.track,
        series: Series::Reported,
        demo: true,
        organisation: ids.organisation(incident.organisation),
        account: own.then(|| ids.of(people::MEMBER)),
        reported_at: incident.reported_at,
        recorded_month: incident.recorded_month,
        verification: incident.verification,
        tlp: incident.tlp,
        affected_party: ids.party(incident.party),
        source: None,
    }
}

/// Refuses and links what the demo's desk did not accept.
async fn settle(conn: &mut AsyncPgConnection, ids: &Ids, invented: &[DemoIncident]) -> Result<(), AppError> {
    for incident in invented {
        let Some(organisation) = ids.organisation(incident.organisation) else {
            continue;
        };
        let title = &incident.facts.title;
        match incident.outcome {
            Outcome::Refused(reason) => store::refuse(conn, organisation, title, reason).await?,
            Outcome::Repeated => store::link(conn, organisation, title).await?,
            Outcome::Accepted | Outcome::Submitted | Outcome::InTriage => 0,
        };
    }
    Ok(())
}

/// Keeps the private half of the demo's recovery key beside the server's keys; a real one is made
/// and kept off line.
fn keep_recovery(app: &App, identity: &str) -> Result<(), AppError> {
    let path = app.config.data.join("keys").join(RECOVERY);
    let write = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&path)?;
        file.write_all(identity.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error| {
        AppError::Internal(anyhow::anyhow!(
            "cannot write {}: {error}; check the folder's owner and free space",
            path.display()
        ))
    })
}

fn first(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
