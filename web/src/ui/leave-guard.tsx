import { useBlocker } from "@tanstack/react-router";
import { Button } from "./button";
import { Dialog } from "./dialog";

/** Who leaves in the second before a save takes it along; only what cannot be saved is asked about. */
export function LeaveGuard({
  unsaved,
  flush,
  text,
}: {
  unsaved: boolean;
  /** Saves what can be; true when nothing is left. */
  flush: () => Promise<boolean>;
  text: { title: string; text: string; stay: string; leave: string };
}) {
  const way = useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      unsaved && current.pathname !== next.pathname && !(await flush()),
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (way.status !== "blocked") return null;
  return (
    <Dialog title={text.title} onClose={way.reset}>
      <p>{text.text}</p>
      <div className="dialog-foot">
        <Button onClick={way.reset}>{text.stay}</Button>
        <Button look="danger" onClick={way.proceed}>
          {text.leave}
        </Button>
      </div>
    </Dialog>
  );
}
