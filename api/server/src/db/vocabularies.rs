//! The `CHECK` of every vocabulary column, made from the domain's own words, so that there is one list.

use bellbuoy_domain::account::{
    ApplicationStatus, MembershipState, OrganisationKind, OrganisationRole, OrganisationStatus, Partnership,
    Role, Visibility,
};
use bellbuoy_domain::advisory::AdvisoryStatus;
use bellbuoy_domain::certification::{
    CertificateStatus, CertificateStep, CertificationActor, CertificationStage, CertificationStep,
    ComplaintStatus, ContactKind, CpdKind, CriterionVerdict, EvidenceKind, HolderKind, ReminderKind,
    ReviewStatus, SanctionReason, SeatState, SittingKind, SittingResult, WorkDomain, WorkMode,
};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, BackupState, Cause, Classification, Containment, CrimeLink, IncidentKind,
    IncidentStatus, IncidentType, OccurredPrecision, ReporterRole, SecurityAttribute, SecurityIncident,
    Series, Severity, SeverityAxis, TechniqueMatrix, Track, VerificationLevel, VictimType,
};
use bellbuoy_domain::intake::{AgeBand, EnvelopeState, MessageDirection};
use bellbuoy_domain::job::{JobKind, JobState};
use bellbuoy_domain::machine::KeyScope;
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use bellbuoy_domain::vessel::{SizeBand, VesselType};
use bellbuoy_domain::vocabulary::Vocabulary;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use std::collections::BTreeSet;

/// A column whose words are those of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub schema: &'static str,
    pub table: &'static str,
    pub column: &'static str,
    /// Several words in one field.
    pub several: bool,
    pub words: fn() -> Vec<&'static str>,
}

fn words<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|word| word.as_str()).collect()
}

const fn one<V: Vocabulary>(table: &'static str, column: &'static str) -> Column {
    Column {
        schema: "public",
        table,
        column,
        several: false,
        words: words::<V>,
    }
}

const fn several<V: Vocabulary>(table: &'static str, column: &'static str) -> Column {
    Column {
        schema: "public",
        table,
        column,
        several: true,
        words: words::<V>,
    }
}

const fn sealed<V: Vocabulary>(table: &'static str, column: &'static str) -> Column {
    Column {
        schema: "intake",
        table,
        column,
        several: false,
        words: words::<V>,
    }
}

/// Every vocabulary column of the database.
pub const COLUMNS: &[Column] = &[
    one::<OrganisationKind>("organisations", "kind"),
    one::<OrganisationStatus>("organisations", "status"),
    one::<Visibility>("organisations", "visibility"),
    several::<Partnership>("organisations", "partner_as"),
    one::<OrganisationRole>("memberships", "role"),
    one::<MembershipState>("memberships", "state"),
    several::<KeyScope>("api_keys", "scopes"),
    one::<OrganisationKind>("applications", "kind"),
    one::<ApplicationStatus>("applications", "status"),
    one::<Role>("accounts", "role"),
    one::<IncidentStatus>("incidents", "status"),
    one::<Track>("incidents", "track"),
    one::<Series>("incidents", "series"),
    one::<OccurredPrecision>("incidents", "occurred_precision"),
    one::<IncidentKind>("incidents", "kind"),
    one::<SecurityIncident>("incidents", "security_incident"),
    one::<Cause>("incidents", "cause"),
    one::<VictimType>("incidents", "victim_type"),
    one::<VesselType>("incidents", "vessel_type"),
    one::<SeaRegion>("incidents", "sea_region"),
    one::<Severity>("incidents", "severity"),
    several::<System>("incidents", "systems"),
    one::<VerificationLevel>("incidents", "verification"),
    one::<Tlp>("incidents", "tlp"),
    one::<Classification>("incident_facts", "classification"),
    one::<IncidentType>("incident_facts", "incident_type"),
    one::<SizeBand>("incident_facts", "size_band"),
    one::<SeverityAxis>("incident_facts", "safety"),
    one::<SeverityAxis>("incident_facts", "operational"),
    one::<SeverityAxis>("incident_facts", "environmental"),
    one::<SeverityAxis>("incident_facts", "financial"),
    one::<SeverityAxis>("incident_facts", "data"),
    one::<ReporterRole>("incident_facts", "reporter_role"),
    one::<Actor>("incident_facts", "actor"),
    one::<ActorMotive>("incident_facts", "motive"),
    one::<BackupState>("incident_facts", "backups"),
    several::<SecurityAttribute>("incident_facts", "attributes"),
    several::<Containment>("incident_facts", "containment"),
    several::<CrimeLink>("incident_facts", "crime_links"),
    one::<AgeBand>("statistics_waits", "band"),
    one::<TechniqueMatrix>("techniques", "matrix"),
    one::<JobKind>("jobs", "kind"),
    one::<JobState>("jobs", "state"),
    one::<HolderKind>("schemes", "kind"),
    several::<SeaRegion>("consultants", "regions"),
    several::<WorkDomain>("consultants", "domains"),
    several::<VesselType>("consultants", "vessel_types"),
    several::<WorkMode>("consultants", "modes"),
    one::<ContactKind>("consultant_contacts", "kind"),
    several::<WorkDomain>("suppliers", "domains"),
    one::<HolderKind>("certificate_serials", "kind"),
    one::<CertificateStatus>("certificates", "status"),
    one::<CertificateStep>("certificate_events", "step"),
    one::<SanctionReason>("certificate_events", "reason"),
    one::<EvidenceKind>("evidence_files", "kind"),
    one::<ComplaintStatus>("complaints", "status"),
    one::<ReviewStatus>("ratings", "status"),
    one::<ReviewStatus>("ratings", "answer_status"),
    one::<CertificationStage>("certification_applications", "stage"),
    one::<CriterionVerdict>("certification_findings", "verdict"),
    one::<CertificationStep>("certification_events", "step"),
    one::<CertificationActor>("certification_events", "actor"),
    one::<CertificationStage>("certification_events", "stage"),
    one::<SittingKind>("sittings", "kind"),
    one::<SeatState>("seats", "state"),
    one::<SittingResult>("seats", "result"),
    one::<CpdKind>("cpd_entries", "kind"),
    one::<ReminderKind>("certificate_reminders", "kind"),
    one::<AdvisoryStatus>("advisories", "status"),
    one::<IncidentKind>("advisories", "kind"),
    one::<Severity>("advisories", "severity"),
    one::<Tlp>("advisories", "tlp"),
    several::<SeaRegion>("advisories", "sea_regions"),
    several::<System>("advisories", "systems"),
    sealed::<EnvelopeState>("envelopes", "state"),
    sealed::<MessageDirection>("messages", "direction"),
];

impl Column {
    /// Name of the constraint.
    pub fn constraint(&self) -> String {
        format!("{}_{}_check", self.table, self.column)
    }

    fn list(&self) -> String {
        (self.words)()
            .iter()
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn condition(&self) -> String {
        if self.several {
            format!("{} <@ ARRAY[{}]::text[]", self.column, self.list())
        } else {
            format!("{} IN ({})", self.column, self.list())
        }
    }

    /// What stands in the constraint's comment, by which an unchanged one is left alone.
    fn mark(&self) -> String {
        format!("words: {}", (self.words)().join(" "))
    }
}

#[derive(diesel::QueryableByName)]
struct Standing {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Makes or renews the constraints that differ from the domain's words.
pub async fn constrain(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let standing: Vec<Standing> = sql_query(
        "SELECT n.nspname || '.' || c.conname || ' ' || obj_description(c.oid) AS name FROM pg_constraint c \
         JOIN pg_namespace n ON n.oid = c.connamespace WHERE c.contype = 'c' AND obj_description(c.oid) IS NOT NULL",
    )
    .load(conn)
    .await?;
    let standing: BTreeSet<String> = standing.into_iter().map(|row| row.name).collect();
    let mut sql = String::new();
    for column in COLUMNS {
        let (name, mark) = (column.constraint(), column.mark());
        if standing.contains(&format!("{}.{name} {mark}", column.schema)) {
            continue;
        }
        let (schema, table) = (column.schema, column.table);
        let condition = column.condition();
        sql.push_str(&format!(
            "ALTER TABLE {schema}.{table} DROP CONSTRAINT IF EXISTS {name}, ADD CONSTRAINT {name} CHECK ({condition});\n\
             COMMENT ON CONSTRAINT {name} ON {schema}.{table} IS '{mark}';\n"
        ));
    }
    if !sql.is_empty() {
        conn.batch_execute(&sql).await?;
    }
    Ok(())
}

/// How many vocabulary constraints stand in the database; for the check at start.
pub async fn standing(conn: &mut AsyncPgConnection) -> anyhow::Result<i64> {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let count: Count = sql_query("SELECT count(*) AS n FROM pg_constraint c WHERE c.contype = 'c' AND obj_description(c.oid) LIKE 'words: %'")
        .get_result(conn)
        .await?;
    Ok(count.n)
}
