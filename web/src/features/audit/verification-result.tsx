import type { Schemas } from "~/api/client";
import { saveText } from "~/lib/save-file";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { writeCheckpoint } from "./kept-checkpoint";

type Found = Schemas["AuditVerification"];

const text = words.audit.verify;

function Verdict({ found, against }: { found: Found; against: number | null }) {
  const { fault } = found;
  if (fault === null || fault === undefined)
    return (
      <div className="note">
        <p className="strong">{text.sound}</p>
        <p className="soft">{against === null ? text.soundMeans : text.soundAgainst(against)}</p>
      </div>
    );
  return (
    <div className="note bad">
      <p className="strong">{text.faultAt(fault.number)}</p>
      <p>{label("RecordFault", fault.fault)}</p>
      <p className="soft">{text.holdsTo(found.verified_to)}</p>
    </div>
  );
}

/** Up to where a place elsewhere was sent the checkpoints; nothing where there is none. */
function Sent({ how, place }: { how: string; place: Schemas["CheckpointPlace"] | null }) {
  if (place === null) return null;
  return (
    <>
      <dt>{how}</dt>
      <dd>{text.sentTo(place.last_number ?? null, place.fault ?? null)}</dd>
    </>
  );
}

/** What the check found: the verdict first, then what it stands on. */
export function VerificationResult({ found, against }: { found: Found; against: number | null }) {
  const { sealed, unsealed, checkpoints } = found;
  const { last, folder, mail, webhook } = checkpoints;
  const save = (checkpoint: Schemas["Checkpoint"]) => () => {
    const { name, content } = writeCheckpoint(checkpoint);
    saveText(name, "application/json", content);
  };
  return (
    <div className="form">
      <Verdict found={found} against={against} />
      <dl className="kv">
        <dt>{text.asOf}</dt>
        <dd>{words.format.moment(found.as_of)}</dd>
        <dt>{text.sealed}</dt>
        <dd>{sealed === null || sealed === undefined ? text.nothing : text.sealedTo(sealed.number)}</dd>
        <dt>{text.waiting}</dt>
        <dd>{text.tail(unsealed.count, unsealed.oldest_seconds ?? null)}</dd>
        <dt>{text.checkpoints}</dt>
        <dd>{text.checked(checkpoints.checked)}</dd>
        <dt>{text.last}</dt>
        <dd>
          {last === null || last === undefined
            ? text.noCheckpoint
            : text.lastAt(last.number, words.format.moment(last.hour))}
        </dd>
        {folder !== null && folder !== undefined && (
          <>
            <dt>{text.folder}</dt>
            <dd>
              {folder.fault === null || folder.fault === undefined
                ? text.folderHas(folder.kept)
                : text.folderFault(folder.fault)}
            </dd>
          </>
        )}
        <Sent how={text.mailed} place={mail ?? null} />
        <Sent how={text.posted} place={webhook ?? null} />
      </dl>
      {last !== null && last !== undefined && <Button onClick={save(last)}>{text.save}</Button>}
    </div>
  );
}
