import { Outlet, useLocation, useMatches, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "~/api/session";
import { BarredPage } from "~/app/error-page";
import { demo } from "~/lib/mode";
import { classNames } from "~/ui/class-names";
import { words } from "~/words/words";
import { Footer } from "./footer";
import { KeysDialog } from "./keys-dialog";
import { Palette } from "./palette";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";
import { useGlobalKeys } from "./use-global-keys";
import { ViewBand } from "./view-band";

type Floating = "palette" | "keys" | null;

/** A new page begins at its top, and those who hear it are taken to its content. */
function useFreshPage() {
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}

/** When the session ends by itself, the page asks again who is there. */
function useEndedSession() {
  const session = useSession();
  const router = useRouter();
  const ended = session.state === "nobody" && session.ended;
  useEffect(() => {
    if (ended) void router.invalidate();
  }, [ended, router]);
}

/** The role of someone who may not see the page at this address. */
function useBarredRole() {
  return useMatches({
    select: (matches) => {
      const context = matches.at(-1)?.context;
      return context !== undefined && "barred" in context ? context.barred : null;
    },
  });
}

export function Frame() {
  const session = useSession();
  const [floating, setFloating] = useState<Floating>(null);
  const content = useFreshPage();
  const find = useCallback(() => setFloating("palette"), []);
  const keys = useCallback(() => setFloating("keys"), []);
  const close = useCallback(() => setFloating(null), []);
  useEndedSession();
  useGlobalKeys(find, keys);
  const barred = useBarredRole();
  const staff = session.state === "somebody";

  return (
    <>
      <TopBar onFind={find} />
      {demo && (
        <aside className="demo-band" aria-label={words.frame.demoMark}>
          {words.frame.demoBand}
        </aside>
      )}
      <ViewBand />
      <div className={classNames("body", staff && "shell")}>
        <Rail onKeys={keys} />
        <main id="content" ref={content} tabIndex={-1}>
          {barred === null ? <Outlet /> : <BarredPage barred={barred} />}
        </main>
      </div>
      {!staff && <Footer />}
      {floating === "palette" && <Palette onClose={close} />}
      {floating === "keys" && <KeysDialog onClose={close} />}
    </>
  );
}
