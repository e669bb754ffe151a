import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Schemas } from "~/api/client";
import { isGuest, refresh, useAccount, type Account } from "~/api/session";
import { FirstFactor } from "~/features/account/first-factor";
import { OwnData } from "~/features/account/own-data";
import { Password } from "~/features/account/password";
import { SecondFactor } from "~/features/account/second-factor";
import { Sessions } from "~/features/account/sessions";
import { useKeeping } from "~/features/account/use-keeping";
import { Leave } from "~/features/organisations/leave";
import { MembershipMark } from "~/features/organisations/marks";
import { membershipQuery } from "~/features/organisations/queries";
import { Button } from "~/ui/button";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { guestItems } from "./layout/rail-items";
import { paths } from "./paths";
import { startOf } from "./start-page";
import { useSignIn } from "./use-sign-in";

const text = words.account;
const everySeconds = 30;

/** A membership that waits may be confirmed at any moment: the page asks again by itself. */
function useLooks(waits: boolean) {
  const router = useRouter();
  const look = () =>
    void refresh().then(
      () => router.invalidate(),
      () => null,
    );
  useEffect(() => {
    if (!waits) return undefined;
    const timer = window.setInterval(() => void refresh().catch(() => null), everySeconds * 1_000);
    return () => window.clearInterval(timer);
  }, [waits]);
  return look;
}

export function AccountPage() {
  const account = useAccount();
  return account === null ? null : <Own key={account.id} account={account} />;
}

/** Whoever has to set up a second factor does that first, and goes on to where the work begins. */
function Own({ account }: { account: Account }) {
  const navigate = useNavigate();
  const { leave } = useSignIn();
  const keeping = useKeeping(() => {
    void navigate({ to: startOf({ ...account, second_factor_missing: false }) });
  });
  if (!account.second_factor_missing && keeping.codes === null) return <Settled account={account} />;
  return (
    <div className="wrap page form-page">
      <FirstFactor email={account.email} keeping={keeping} />
      {keeping.codes === null && (
        <section className="form-part line">
          <p className="row">
            <Button onClick={() => void leave()}>{text.signOut}</Button>
          </p>
        </section>
      )}
    </div>
  );
}

function Settled({ account }: { account: Account }) {
  const { leave, leaveEverywhere } = useSignIn();
  const waits = isGuest(account);
  const look = useLooks(waits);
  useTitle(text.title);
  return (
    <div className="wrap page form-page">
      <h1>{account.name}</h1>
      <dl className="kv">
        <dt>{text.email}</dt>
        <dd>
          <bdi>{account.email}</bdi>
        </dd>
        <dt>{text.role}</dt>
        <dd>{label("Role", account.role)}</dd>
      </dl>
      <section className="form-part line">
        <h2>{text.membership}</h2>
        <Membership account={account} />
        {waits && (
          <p className="row">
            <Button onClick={look}>{text.lookAgain}</Button>
            <span className="small soft">{text.looks(everySeconds)}</span>
          </p>
        )}
        <p className="row">
          <Link to={paths.roles()}>{text.roles}</Link>
          <Link to={paths.ownEntry()}>{words.ownEntry.title}</Link>
          <Link to={paths.certification()}>{words.certification.title}</Link>
        </p>
      </section>
      {waits && <OpenNow />}
      <SecondFactor email={account.email} />
      <Password email={account.email} />
      <Sessions onEverywhere={leaveEverywhere} />
      <OwnData email={account.email} name={account.name} />
      <section className="form-part line">
        <p className="row">
          <Button onClick={() => void leave()}>{text.signOut}</Button>
          {waits && account.membership !== null && account.membership !== undefined && (
            <Leave membership={account.membership} />
          )}
        </p>
      </section>
    </div>
  );
}

function Membership({ account }: { account: Account }) {
  const { membership } = account;
  if (membership === null || membership === undefined) {
    return account.role === "member" ? (
      <p className="note">
        {text.none} <Link to={paths.join()}>{text.apply}</Link>
      </p>
    ) : (
      <p>{text.staff}</p>
    );
  }
  const { organisation, role, state } = membership;
  const resting = state === "confirmed" && isGuest(account);
  return (
    <>
      <p className={isGuest(account) ? "note" : undefined}>
        {resting ? text.resting(organisation.name) : text.means[state](organisation.name)}
      </p>
      <dl className="kv">
        <dt>{text.organisation}</dt>
        <dd>
          {isGuest(account) ? organisation.name : <Link to={paths.organisation()}>{organisation.name}</Link>}
        </dd>
        <dt>{text.within}</dt>
        <dd>
          {label("OrganisationRole", role)} <br />
          <span className="soft">{words.organisation.roles.means[role]}</span>
        </dd>
        <dt>{text.state}</dt>
        <dd>
          <MembershipMark state={state} />
        </dd>
        {state === "suspended" && <Reason membership={membership} />}
      </dl>
    </>
  );
}

function Reason({ membership }: { membership: Schemas["MembershipRef"] }) {
  const reason = useQuery(membershipQuery(membership.id)).data?.reason;
  if (reason === null || reason === undefined) return null;
  return (
    <>
      <dt>{text.reason}</dt>
      <dd className="pre-line">{reason}</dd>
    </>
  );
}

function OpenNow() {
  return (
    <section className="form-part line">
      <h2>{text.openNow}</h2>
      <ul className="link-list">
        {guestItems.map((item) => (
          <li key={item.to}>
            <Link to={item.to}>{item.label}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
