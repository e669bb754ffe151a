//! An export is checked by whoever has it and a checkpoint, without the site.

use super::{CHECKPOINTS, checkpoint, filled};
use bellbuoy::audit::check;
use bellbuoy::proof::{KeySet, ProofFault, verify_checkpoint};
use bellbuoy_domain::ledger::Checkpoint;
use serde_json::json;
use tests::{TestApp, given};

#[tokio::test]
async fn an_export_holds_against_a_kept_checkpoint_without_the_site() {
    let app = TestApp::start().await;
    filled(&app, 50).await;
    let taken = given::incident(&app).in_triage().await;
    given::decide(
        &app,
        &taken,
        json!({ "decision": "refuse", "reason": "=1+1, \"twice\"\nand more" }),
    )
    .await;
    app.drain().await;
    checkpoint(&app).await;
    filled(&app, 5).await;
    let kept = app.admin().get(CHECKPOINTS).await.json()["items"][0].clone();
    let kept: Checkpoint = serde_json::from_value(kept).unwrap();
    let keys: KeySet =
        serde_json::from_value(app.anyone().get("/.well-known/jwks.json").await.json()).unwrap();
    let claim = verify_checkpoint(&kept, &keys).unwrap();
    for form in ["csv", "ndjson"] {
        let export = app
            .admin()
            .get(&format!("/api/v1/audit.{form}"))
            .await
            .expect(200)
            .text();
        let head = check(export.as_bytes(), [claim]).unwrap();
        assert_eq!((claim.number, head.number), (53, 58), "{form}");
        let edited = export.replacen("Reason 7", "Reason 8", 1);
        assert!(
            edited != export && check(edited.as_bytes(), [claim]).is_err(),
            "{form}"
        );
        let filtered = app
            .admin()
            .get(&format!("/api/v1/audit.{form}?action=incident.refuse"))
            .await
            .expect(200);
        let words = check(&filtered.bytes, [claim]).unwrap_err().to_string();
        assert!(words.contains("without filters"), "{words}");
    }
    let forged = Checkpoint {
        number: 52,
        ..kept.clone()
    };
    assert_eq!(verify_checkpoint(&forged, &keys), Err(ProofFault::Signature));
    let mut proofs_only = keys.clone();
    proofs_only
        .keys
        .retain(|key| key.bellbuoy_purpose.as_deref() == Some("filing_proof"));
    assert_eq!(
        verify_checkpoint(&kept, &proofs_only),
        Err(ProofFault::UnknownKey(kept.kid))
    );
}
