//! Compressed bodies: `gzip` and `zstd` in, unpacked no further than a plain body may be long, and not
//! at all where a little holds a suspicious lot.

use super::codes;
use super::problem::{AppError, Fault};
use actix_web::http::header::{CONTENT_ENCODING, HeaderMap};
use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// What a body may be compressed with.
const ACCEPTED: [&str; 2] = ["gzip", "zstd"];
/// Up to this many bytes a body may hold any multiple of what was sent.
const FREE: usize = 64 << 10;
/// Beyond, it may hold this many bytes for each that was sent; JSON of records stays well below.
const RATIO: usize = 100;
/// The largest window that a decoder of `zstd` has to offer, as a power of two (RFC 9659 §3).
const WINDOW: u32 = 23;
/// Bytes unpacked between two looks at the limits.
const STEP: usize = 16 << 10;

/// How a body is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Gzip,
    Zstd,
}

/// Refuses every encoding: for bodies that are taken byte by byte.
pub fn plain_only(headers: &HeaderMap) -> Result<(), AppError> {
    match asked(headers).as_str() {
        "" | "identity" => Ok(()),
        other => Err(refuse(other, &[])),
    }
}

impl Packing {
    /// Reads `Content-Encoding`.
    pub fn of(headers: &HeaderMap) -> Result<Self, AppError> {
        match asked(headers).as_str() {
            "" | "identity" => Ok(Self::Plain),
            "gzip" | "x-gzip" => Ok(Self::Gzip),
            "zstd" => Ok(Self::Zstd),
            other => Err(refuse(other, &ACCEPTED)),
        }
    }

    /// Unpacks a body to at most `limit` bytes.
    pub fn open(self, sent: Bytes, limit: usize) -> Result<Bytes, AppError> {
        let bytes: &[u8] = &sent;
        match self {
            Self::Plain => Ok(sent),
            Self::Gzip => unpack(MultiGzDecoder::new(bytes), bytes.len(), limit),
            Self::Zstd => {
                let mut decoder = zstd::Decoder::with_buffer(bytes).map_err(|error| broken(&error))?;
                decoder.window_log_max(WINDOW).map_err(|error| broken(&error))?;
                unpack(decoder, bytes.len(), limit)
            }
        }
    }
}

fn asked(headers: &HeaderMap) -> String {
    let all: Vec<&str> = headers
        .get_all(CONTENT_ENCODING)
        .map(|value| value.to_str().unwrap_or("?"))
        .collect();
    all.join(",").trim().to_ascii_lowercase()
}

fn refuse(given: &str, accepted: &[&str]) -> AppError {
    let detail = match accepted {
        [] => "this body is taken as it is: send no Content-Encoding".to_owned(),
        words => format!(
            "`{given}` is not taken; send one of {}, or none",
            words.join(", ")
        ),
    };
    let fault = Fault::new("Content-Encoding", codes::UNSUPPORTED_ENCODING.word, detail);
    AppError::Query(
        &codes::UNSUPPORTED_ENCODING,
        vec![fault.accepted(accepted.iter().copied())],
    )
}

fn unpack(mut from: impl Read, sent: usize, limit: usize) -> Result<Bytes, AppError> {
    let mut out = Vec::new();
    loop {
        let step = u64::try_from(STEP).unwrap_or(u64::MAX);
        let read = from
            .by_ref()
            .take(step)
            .read_to_end(&mut out)
            .map_err(|error| broken(&error))?;
        if read == 0 {
            return Ok(out.into());
        }
        if out.len() > limit {
            return Err(AppError::refused(
                &codes::TOO_LARGE,
                format!("the limit is {limit} bytes after unpacking"),
            ));
        }
        if out.len() > FREE && out.len() / RATIO > sent {
            return Err(AppError::refused(
                &codes::TOO_LARGE,
                format!(
                    "the limit is {RATIO} unpacked bytes for each that is sent, beyond the first {FREE}; send it less compressed, or plain"
                ),
            ));
        }
    }
}

fn broken(error: &std::io::Error) -> AppError {
    AppError::refused(
        &codes::MALFORMED,
        format!("the compressed body cannot be unpacked: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Bytes {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().into()
    }

    fn code(refused: Result<Bytes, AppError>) -> (String, String) {
        let problem = refused.unwrap_err().problem();
        (problem.code, problem.detail)
    }

    #[test]
    fn a_body_comes_out_as_it_went_in() {
        let text: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        for (packing, packed) in [
            (Packing::Plain, Bytes::from(text.clone())),
            (Packing::Gzip, gzip(&text)),
            (Packing::Zstd, zstd::encode_all(&*text, 19).unwrap().into()),
        ] {
            assert_eq!(packing.open(packed, 1 << 20).unwrap(), text, "{packing:?}");
        }
    }

    #[test]
    fn little_may_hold_much_and_a_lot_may_not() {
        let small = vec![b' '; FREE];
        assert_eq!(Packing::Gzip.open(gzip(&small), 1 << 20).unwrap(), small);
        for (packing, bomb) in [
            (Packing::Gzip, gzip(&vec![b' '; 900_000])),
            (
                Packing::Zstd,
                zstd::encode_all(&*vec![b' '; 900_000], 3).unwrap().into(),
            ),
        ] {
            let (word, detail) = code(packing.open(bomb, 1 << 20));
            assert_eq!(word, "too_large");
            assert!(detail.contains("100 unpacked bytes for each"), "{detail}");
        }
    }

    #[test]
    fn what_is_longer_than_the_limit_is_left_there() {
        let text: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
        for (packing, bomb) in [
            (Packing::Gzip, gzip(&text)),
            (Packing::Zstd, zstd::encode_all(&*text, 1).unwrap().into()),
        ] {
            let (word, detail) = code(packing.open(bomb, 100_000));
            assert_eq!(word, "too_large");
            assert!(detail.contains("100000 bytes after unpacking"), "{detail}");
        }
    }

    #[test]
    fn a_broken_stream_is_malformed() {
        let whole = gzip(b"{\"a\": 1}");
        let cut = whole.slice(..whole.len() - 4);
        let tail: Bytes = [&*whole, b"tail"].concat().into();
        for (packing, bytes) in [
            (Packing::Gzip, cut),
            (Packing::Gzip, tail),
            (Packing::Gzip, Bytes::new()),
            (Packing::Gzip, Bytes::from_static(b"{}")),
            (Packing::Zstd, whole),
            (Packing::Zstd, Bytes::from_static(b"\x28\xb5\x2f\xfd\x00")),
        ] {
            assert_eq!(code(packing.open(bytes, 1 << 20)).0, "malformed");
        }
    }
}
