import { Button } from "~/ui/button";
import { words } from "~/words/words";
import { idleMinutes, lockDesk, warningMinutes, type KeyRing } from "./key-ring";

const text = words.desk.lock;

/** With which key the desk is open, how to shut it, and what this analyst's keys cannot do. */
export function OpenDeskLine({ ring }: { ring: KeyRing }) {
  const newest = ring.to?.epoch ?? [...ring.secrets.keys()][0];
  return (
    <span className="row desk-open-line">
      <span className="small soft">
        {newest === undefined ? null : <>{text.key(newest)} · </>}
        {text.until(idleMinutes)}
      </span>
      <Button onClick={() => lockDesk("asked")}>{text.lock}</Button>
    </span>
  );
}

export function KeyNotes({ ring, closing }: { ring: KeyRing; closing: boolean }) {
  return (
    <>
      {closing && (
        <p className="note warn" role="alert">
          {text.closing(warningMinutes)}
        </p>
      )}
      {ring.secrets.size === 0 ? (
        <p className="note warn">{words.desk.first.noEpochs}</p>
      ) : (
        ring.to === null && <p className="note warn">{words.desk.first.noCurrent}</p>
      )}
    </>
  );
}
