import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useAccount, useViewing } from "~/api/session";
import { useSignIn } from "~/app/use-sign-in";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";

const text = words.roles.look;

/** When a view runs out by itself, the page is read again as oneself. */
function useEndedView(viewing: boolean) {
  const cache = useQueryClient();
  const router = useRouter();
  const before = useRef(viewing);
  useEffect(() => {
    if (before.current && !viewing) {
      void cache.resetQueries();
      void router.invalidate();
    }
    before.current = viewing;
  }, [viewing, cache, router]);
}

/** As whom the site is seen, and the way back. */
export function ViewBand() {
  const account = useAccount();
  const viewing = useViewing();
  const { stopLooking } = useSignIn();
  const [busy, setBusy] = useState(false);
  useEndedView(viewing);
  if (!viewing || account === null) return null;
  const within = account.membership?.role;
  const role = within === undefined ? label("Role", account.role) : label("OrganisationRole", within);
  const stop = () => {
    setBusy(true);
    // Without a line the view stays; it ends by itself in any case.
    void stopLooking()
      .catch(() => null)
      .finally(() => setBusy(false));
  };
  return (
    <aside className="view-band" aria-label={words.roles.view.label}>
      <span>{text.band(role, account.organisation?.name ?? null)}</span>
      <Button disabled={busy} onClick={stop}>
        {text.stop}
      </Button>
    </aside>
  );
}
