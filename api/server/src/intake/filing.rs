//! What the headers of a sealed report say, read all at once.

use super::sent::header;
use crate::http::{AppError, Fault};
use actix_web::HttpRequest;

/// The headers of a filing.
#[derive(Debug)]
pub struct Filing {
    /// Name of the desk key that the report is sealed to.
    pub epoch: String,
    /// SHA-256 of the locator.
    pub locator: [u8; 32],
    /// SHA-256 over report and salt.
    pub commitment: [u8; 32],
    /// The reporter asks for help now.
    pub help: bool,
}

impl Filing {
    /// Reads them.
    ///
    /// # Errors
    /// 422 with every header that is missing or does not fit.
    pub fn read(request: &HttpRequest) -> Result<Self, AppError> {
        let mut faults = Vec::new();
        let epoch = header(request, "bellbuoy-epoch");
        if epoch.is_none() {
            let why = "has to be the `id` of the current key of GET /api/v1/intake/keys";
            faults.push(Fault::new("bellbuoy-epoch", "required", why));
        }
        let locator = hex32(request, "bellbuoy-locator-hash", &mut faults);
        let commitment = hex32(request, "bellbuoy-commitment", &mut faults);
        let help = match header(request, "bellbuoy-help") {
            None | Some("0") => false,
            Some("1") => true,
            Some(_) => {
                let why = "has to be `1` to call for help, `0` or absent";
                faults.push(Fault::new("bellbuoy-help", "help", why));
                false
            }
        };
        if faults.is_empty() {
            Ok(Self {
                epoch: epoch.unwrap_or_default().to_owned(),
                locator,
                commitment,
                help,
            })
        } else {
            Err(AppError::Unfit(faults))
        }
    }
}

fn hex32(request: &HttpRequest, name: &str, faults: &mut Vec<Fault>) -> [u8; 32] {
    let mut bytes = [0; 32];
    let text = header(request, name);
    if hex::decode_to_slice(text.unwrap_or_default(), &mut bytes).is_err() {
        let code = if text.is_some() { "hex" } else { "required" };
        faults.push(Fault::new(name, code, "has to be 64 hex digits"));
    }
    bytes
}
