//! The entry of a member organisation that wants to be accredited.

use super::model::SupplierRow;
use super::store;
use crate::audit;
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::http::{AppError, codes};
use bellbuoy_domain::place::{find_port, plain};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The entry of the caller's organisation, begun with its name when there is none yet.
///
/// # Errors
/// When the caller does not speak for an organisation, or the port of its seat is missing or unknown.
pub async fn own_or_begun(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    base: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Uuid, AppError> {
    let speaks = by.within.is_some_and(|within| within.manages());
    let organisation = by.org.filter(|_| speaks).ok_or_else(|| {
        let why = "a firm is accredited by application of its owner or its company security officer";
        AppError::refused(&codes::FORBIDDEN, why)
    })?;
    if let Some(row) = store::find_of(conn, organisation).await? {
        return Ok(row.id);
    }
    let base = base.map(|code| code.trim().to_uppercase()).unwrap_or_default();
    if find_port(&base).is_none() {
        let why = "has to be the UN/LOCODE of the port next to the firm's seat, such as NLRTM";
        return Err(AppError::unfit("/base", "unknown_port", why));
    }
    let found = accounts::find_organisation(conn, organisation)
        .await?
        .ok_or(AppError::NotFound("organisation"))?;
    let row = SupplierRow {
        id: Uuid::now_v7(),
        organisation_id: Some(organisation),
        plain_name: plain(&found.name),
        name: found.name,
        about: None,
        country: base.get(..2).unwrap_or_default().to_owned(),
        base,
        languages: Vec::new(),
        domains: Vec::new(),
        website: None,
        email: None,
        listed: false,
        demo: false,
        revision: 1,
        created_at: now,
    };
    store::insert(conn, &row).await?;
    audit::record(
        conn,
        audit::Entry::by(by.sub, "supplier.create", "supplier", row.id),
    )
    .await?;
    Ok(row.id)
}
