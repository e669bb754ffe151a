import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "~/ui/button";
import { ScaleBar } from "~/ui/scale-bar";
import { words } from "~/words/words";
import type { SealTo } from "./key-ring";
import { envelopesKey, resealReport } from "./queries";
import type { Row } from "./rows";

const text = words.desk.reseal;
const segments = 20;

interface Progress {
  readonly done: number;
  readonly failed: number;
  readonly all: number;
}

function sealedToOlder(rows: readonly Row[], to: SealTo) {
  return rows
    .filter((row) => row.kind === "sealed")
    .filter(({ envelope }) => envelope.epoch !== to.epoch)
    .map(({ envelope }) => envelope);
}

/**
 * After a change of the desk's key. Reports with unread messages are left to whoever opens them: reading them here
 * would mark the messages as seen by somebody who saw nothing.
 */
export function ResealBanner({ rows, to }: { rows: readonly Row[]; to: SealTo }) {
  const cache = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const older = sealedToOlder(rows, to);
  const waiting = older.filter((envelope) => envelope.waiting_messages === 0);
  const unread = older.length - waiting.length;

  const run = async () => {
    let [done, failed] = [0, 0];
    const tell = () => setProgress({ done, failed, all: waiting.length });
    tell();
    for (const { id } of waiting) {
      const good = await resealReport(id).catch(() => false);
      if (good) done += 1;
      else failed += 1;
      tell();
    }
    await cache.invalidateQueries({ queryKey: envelopesKey });
  };

  const running = progress !== null && progress.done + progress.failed < progress.all;
  if (older.length === 0 && progress === null) return null;
  return (
    <div className="desk-banner" role="status">
      {running ? (
        <>
          <span>{text.progress(progress.done, progress.all)}</span>
          <span className="reseal-scale">
            <ScaleBar
              parts={segments}
              filled={Math.round((progress.done / progress.all) * segments)}
              label={text.progress(progress.done, progress.all)}
            />
          </span>
        </>
      ) : (
        <>
          <span>
            {progress !== null && progress.done > 0 && <>{text.done(progress.done)} </>}
            {progress !== null && progress.failed > 0 && <>{text.failed(progress.failed)} </>}
            {waiting.length > 0 && <b>{text.waiting(waiting.length)}</b>}{" "}
            {unread > 0 && <>{text.unread(unread)}</>}
          </span>
          <span className="push row">
            {waiting.length > 0 ? (
              <Button onClick={() => void run()}>{text.action(waiting.length)}</Button>
            ) : (
              progress !== null && (
                <Button onClick={() => setProgress(null)}>{words.desk.done.dismiss}</Button>
              )
            )}
          </span>
        </>
      )}
    </div>
  );
}
