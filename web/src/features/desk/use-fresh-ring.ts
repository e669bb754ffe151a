import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAccount } from "~/api/session";
import { lockDesk, renewRing, useDeskLock, type KeyRing } from "./key-ring";
import { deskKeysQuery } from "./queries";
import { fetchSignedKeys, ringOf } from "./unlock";

/** The open keys, for as long as they are this person's; those of a newer month are added without asking again. */
export function useFreshRing(): KeyRing | null {
  const account = useAccount();
  const lock = useDeskLock();
  const keys = useQuery(deskKeysQuery).data;
  const ring = lock.state === "open" && lock.ring.owner === account?.id ? lock.ring : null;

  useEffect(() => {
    if (lock.state === "open" && account !== null && lock.ring.owner !== account.id) lockDesk("start");
  }, [lock, account]);

  useEffect(() => {
    if (ring === null || keys === undefined) return;
    const current = keys.epochs.find((epoch) => epoch.current)?.id;
    const missing = keys.epochs.some(
      ({ id, wrapped }) => typeof wrapped === "string" && !ring.secrets.has(id),
    );
    const moved = current !== undefined && ring.secrets.has(current) && ring.to?.epoch !== current;
    if (!missing && !moved) return;
    void fetchSignedKeys()
      .then((signed) => ringOf(ring.identity, ring.owner, keys, signed))
      .then(renewRing)
      .catch(() => undefined);
  }, [ring, keys]);
  return ring;
}
