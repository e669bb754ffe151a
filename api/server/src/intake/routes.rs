//! The reporters' half: no account, no cookie, no log line, nothing keyed by address.

use super::filing::Filing;
use super::model::NewEnvelope;
use super::sent::{hour, sealed_body, worked};
use super::wire::{EpochKey, FilingProof, IntakeKeys};
use super::{keyring, mailboxes, store};
use crate::app::App;
use crate::auth::Anyone;
use crate::db::{Db, Guarded};
use crate::http::{AppError, codes};
use actix_web::{HttpRequest, HttpResponse, get, put, web};
use bellbuoy_domain::intake::{Bucket, EnvelopeState};
use bellbuoy_domain::proof::{self, epochs_text, proof_text};
use bellbuoy_domain::sealed::{self, REPORT_RECIPIENTS};
use sha2::{Digest, Sha256};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Version of the sealed format.
const FORMAT: i16 = 1;

/// Adds the routes of this half.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_intake_keys)
        .service(file_envelope)
        .configure(mailboxes::mount);
}

/// Get the desk's keys
///
/// What a page or a script needs to seal a report: the recipients, signed, and the work to be done.
#[utoipa::path(tag = "intake", security(()), responses((status = 200, description = "Keys and work", body = IntakeKeys)))]
#[get("/intake/keys")]
async fn get_intake_keys(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<IntakeKeys>, AppError> {
    let mut conn = db.intake().await?;
    let epochs = keyring::epochs(&mut conn).await?;
    let recovery = keyring::recovery(&mut conn)
        .await?
        .filter(|_| !epochs.is_empty())
        .ok_or(AppError::Unavailable(600))?;
    let text = epochs_text(
        &recovery,
        epochs
            .iter()
            .map(|epoch| (epoch.id.as_str(), epoch.recipient.as_str())),
    );
    Ok(web::Json(IntakeKeys {
        server_hour: hour(&app),
        work_bits: app.flood.bits(),
        signature: app.keys.proof.sign(&text),
        kid: app.keys.proof.kid.clone(),
        recovery,
        epochs: epochs
            .into_iter()
            .map(|epoch| EpochKey {
                id: epoch.id,
                recipient: epoch.recipient,
                current: epoch.current,
            })
            .collect(),
    }))
}

/// File a sealed report
///
/// The body is the age file, padded to a bucket before sealing. The id comes from the receipt, so a
/// repeat is never a second report. The answer is a signed proof that *a* report was filed this month.
#[utoipa::path(tag = "intake", security(()),
    params(
        ("id" = Uuid, Path, description = "Derived from the receipt, shaped as a UUID v4"),
        ("bellbuoy-epoch" = String, Header, description = "Epoch it is sealed to", example = "2026-11"),
        ("bellbuoy-locator-hash" = String, Header, description = "SHA-256 of the locator, 64 hex digits"),
        ("bellbuoy-work" = String, Header, description = "Proof of work as <hour>:<nonce>"),
        ("bellbuoy-commitment" = String, Header, description = "SHA-256 over report and salt, 64 hex digits"),
        ("bellbuoy-help" = Option<String>, Header, description = "1 asks for help now, and gives up that the time stays sealed")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Filed", body = FilingProof), (status = 200, description = "The same report again", body = FilingProof)))]
#[put("/intake/envelopes/{id}")]
async fn file_envelope(
    _by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    payload: web::Payload,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    if id.get_version_num() != 4 {
        return Err(AppError::refused(
            &codes::SEAL_UNFIT,
            "the id has to be derived from the receipt and shaped as a UUID v4",
        ));
    }
    let filing = Filing::read(&request)?;
    let content = sealed_body(
        &request,
        payload,
        sealed::sealed_len(Bucket::MiB16, REPORT_RECIPIENTS),
    )
    .await?;
    worked(&app, &request, id, &content)?;
    let bucket = sealed::check(&content, REPORT_RECIPIENTS)
        .map_err(|fault| AppError::refused(&codes::SEAL_UNFIT, fault.to_string()))?;
    let digest = Sha256::digest(&content).to_vec();
    let mut conn = db.intake().await?;
    let envelope = NewEnvelope {
        id,
        format: FORMAT,
        epoch_id: filing.epoch,
        bucket: i32::try_from(bucket.bytes()).unwrap_or(i32::MAX),
        locator_hash: filing.locator.to_vec(),
        digest: digest.clone(),
        content: content.to_vec(),
        help: filing.help,
        state: EnvelopeState::Received,
    };
    let first = file(&mut conn, envelope).await?;
    if !first {
        again(&mut conn, id, &digest).await?;
    }
    let proof = prove(&app, &hex::encode(filing.commitment));
    Ok(if first {
        HttpResponse::Created().json(proof)
    } else {
        HttpResponse::Ok().json(proof)
    })
}

/// A repeat is welcome while the report stands; another text, or one that was withdrawn, is refused.
async fn again(conn: &mut Guarded, id: Uuid, digest: &[u8]) -> Result<(), AppError> {
    let held = store::held(conn, id).await?;
    let why = match held {
        Some((_, EnvelopeState::Withdrawn)) => {
            "this report was withdrawn, and nothing of it is held; file it anew with a new receipt"
        }
        Some((first, _)) if first == digest => return Ok(()),
        _ => "a report with this receipt has arrived before; open the mailbox to add facts",
    };
    Err(AppError::refused(&codes::ALREADY_FILED, why))
}

async fn file(conn: &mut Guarded, envelope: NewEnvelope) -> Result<bool, AppError> {
    store::insert_envelope(conn, &envelope)
        .await
        .map_err(|error| match &error {
            diesel::result::Error::DatabaseError(_, info)
                if info.constraint_name() == Some("envelopes_epoch_id_fkey") =>
            {
                AppError::refused(
                    &codes::EPOCH_UNKNOWN,
                    "no desk key with this name was ever issued; fetch GET /api/v1/intake/keys again",
                )
            }
            _ => error.into(),
        })
}

fn prove(app: &App, commitment: &str) -> FilingProof {
    let month = app.now().format("%Y-%m").to_string();
    FilingProof {
        format: proof::FORMAT.to_owned(),
        signature: app.keys.proof.sign(&proof_text(commitment, &month)),
        kid: app.keys.proof.kid.clone(),
        commitment: commitment.to_owned(),
        month,
    }
}
