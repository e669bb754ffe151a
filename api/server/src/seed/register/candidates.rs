//! Invented people who apply, one in each stage of the way.

use super::noon;
use crate::auth::model::NewAccount;
use crate::auth::password::NO_PASSWORD;
use crate::auth::store as accounts;
use crate::certification_applications::{Invented, InventedStep, enter_invented};
use crate::http::AppError;
use crate::schemes::Current;
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::{
    CertificationActor as Actor, CertificationStage as Stage, CertificationStep as Step,
};
use chrono::{DateTime, Days, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Those who run the scheme in the demo.
#[derive(Debug, Clone, Copy)]
pub struct Runners {
    pub administrator: Uuid,
    pub reviewer: Uuid,
}

struct Candidate {
    name: &'static str,
    discipline: &'static str,
    level: &'static str,
    statement: &'static str,
    /// Days since it was submitted.
    days: u64,
    stage: Stage,
}

const CANDIDATES: [Candidate; 5] = [
    Candidate {
        name: "Demo Applicant One",
        discipline: "maritime_specialist",
        level: "associate",
        statement: "Six years as electro-technical officer, the last two with the bridge networks of a ferry company.",
        days: 3,
        stage: Stage::Submitted,
    },
    Candidate {
        name: "Demo Applicant Two",
        discipline: "offensive_testing",
        level: "practitioner",
        statement: "Tests of terminals and cranes since 2019, with a plan for safety in each.",
        days: 39,
        stage: Stage::InReview,
    },
    Candidate {
        name: "Demo Applicant Three",
        discipline: "cloud_security",
        level: "associate",
        statement: "Runs the fleet platform of an owner of tankers and built its remote access.",
        days: 17,
        stage: Stage::Asked,
    },
    Candidate {
        name: "Demo Applicant Four",
        discipline: "secure_by_design",
        level: "principal",
        statement: "Zones and conduits for eleven newbuildings, from drawing to sea trial.",
        days: 58,
        stage: Stage::Appealed,
    },
    Candidate {
        name: "Demo Applicant Five",
        discipline: "maritime_specialist",
        level: "practitioner",
        statement: "Surveyor of a class society; assesses ships in service.",
        days: 44,
        stage: Stage::InReview,
    },
];

/// Enters them.
pub async fn enter(
    conn: &mut AsyncPgConnection,
    scheme: &Current,
    runners: Runners,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    for (place, one) in CANDIDATES.iter().enumerate() {
        let account = NewAccount {
            id: Uuid::now_v7(),
            email: format!("applicant-{}@demo.example", place + 1),
            name: one.name.to_owned(),
            role: Role::Member,
            password_hash: NO_PASSWORD.to_owned(),
        };
        accounts::insert_account(conn, &account).await?;
        enter_invented(conn, told(one, account.id, scheme, runners, now)).await?;
    }
    Ok(())
}

fn told<'a>(
    one: &Candidate,
    account: Uuid,
    scheme: &'a Current,
    runners: Runners,
    now: DateTime<Utc>,
) -> Invented<'a> {
    let ago = |days: u64| noon(now.date_naive() - Days::new(days));
    let taken = |step, actor, stage, at, words| InventedStep {
        step,
        actor,
        stage,
        at,
        words,
    };
    let assigned = ago(one.days.saturating_sub(2));
    let assign = taken(
        Step::Assign,
        Actor::SchemeAdministrator,
        Stage::InReview,
        assigned,
        None,
    );
    let ask = taken(Step::Ask, Actor::Reviewer, Stage::Asked, ago(5), None);
    let why = Some("Two of the six projects were led by somebody else.");
    let refuse = taken(
        Step::Refuse,
        Actor::SchemeAdministrator,
        Stage::Refused,
        ago(12),
        why,
    );
    let why = Some("The contracts show that I led both; they are with the papers.");
    let appeal = taken(Step::Appeal, Actor::Applicant, Stage::Appealed, ago(6), why);
    let steps = match one.stage {
        Stage::Submitted => vec![],
        Stage::Asked => vec![assign, ask],
        Stage::Appealed => vec![assign, refuse, appeal],
        _ => vec![assign],
    };
    Invented {
        account,
        scheme,
        discipline: one.discipline,
        level: one.level,
        statement: one.statement,
        stage: one.stage,
        reviewer: (one.stage != Stage::Submitted).then_some(runners.reviewer),
        decided_by: (one.stage == Stage::Appealed).then_some(runners.administrator),
        submitted_at: ago(one.days),
        question: (one.stage == Stage::Asked).then(|| {
            let words = "For whom was the platform run, and from when to when?";
            ("work_associate", words, ago(5))
        }),
        steps,
    }
}
