//! Suppliers on the wire.

use super::model::SupplierRow;
use bellbuoy_domain::certification::WorkDomain;
use bellbuoy_domain::place::find_port;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A firm whose people assess ships.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Supplier {
    pub id: Uuid,
    pub name: String,
    pub about: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// UN/LOCODE of the port next to its seat.
    #[schema(example = "NLRTM")]
    pub unlocode: String,
    /// Name of that port.
    pub place: String,
    /// ISO 639-1.
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub website: Option<String>,
    pub email: Option<String>,
    /// Invented for demonstration.
    pub demo: bool,
}

impl From<SupplierRow> for Supplier {
    fn from(row: SupplierRow) -> Self {
        let place = find_port(&row.base).map_or_else(|| row.base.clone(), |port| port.name.clone());
        Self {
            id: row.id,
            name: row.name,
            about: row.about,
            country: row.country,
            unlocode: row.base,
            place,
            languages: row.languages,
            domains: row.domains,
            website: row.website,
            email: row.email,
            demo: row.demo,
        }
    }
}
