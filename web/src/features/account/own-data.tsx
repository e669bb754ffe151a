import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { AddressForm } from "./address-form";
import { NameForm } from "./name-form";
import { factorsQuery } from "./queries";
import { Remove } from "./removal";
import { TakeAlong } from "./take-along";

const text = words.ownData;

type Step = "name" | "address" | "take" | "remove";

/** What belongs to the person: the name, a copy of everything, and the way out. */
export function OwnData({ email, name }: { email: string; name: string }) {
  const [open, setOpen] = useState<Step | null>(null);
  const factors = useQuery({ ...factorsQuery, enabled: open !== null && open !== "name" });
  const close = () => setOpen(null);
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <p className="soft">{text.note}</p>
      <p className="row">
        <Button onClick={() => setOpen("name")}>{text.name.action}</Button>
        <Button onClick={() => setOpen("address")}>{text.address.action}</Button>
        <Button onClick={() => setOpen("take")}>{text.take.action}</Button>
        <Button look="danger" onClick={() => setOpen("remove")}>
          {text.remove.action}
        </Button>
      </p>
      {open === "name" && (
        <Dialog title={text.name.action} onClose={close}>
          <NameForm name={name} onDone={close} onCancel={close} />
        </Dialog>
      )}
      {open !== null && open !== "name" && (
        <Dialog title={text[open].title} onClose={close}>
          <Loaded asked={factors}>
            {({ confirmed_at: since, required }) => {
              const proof = { email, withCode: since !== null && since !== undefined, onCancel: close };
              return open === "address" ? (
                <AddressForm {...proof} onDone={close} />
              ) : open === "take" ? (
                <TakeAlong {...proof} onDone={close} />
              ) : (
                <Remove {...proof} staff={required} />
              );
            }}
          </Loaded>
        </Dialog>
      )}
    </section>
  );
}
