import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { instanceQuery } from "~/api/instance";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { useSignIn } from "~/app/use-sign-in";
import { demo } from "~/lib/mode";
import { Menu } from "~/ui/menu";
import { label, words } from "~/words/words";
import { railOf } from "./rail-items";
import { phoneThemeItems } from "./theme-items";
import { useTheme } from "./use-theme";

/** The rail's items that a phone's bottom bar has room for. */
const bottomBar = 5;

/** Who I am; in a demo, who else I could be. */
export function AccountMenu() {
  const account = useAccount();
  const { enterDemo, leave } = useSignIn();
  const navigate = useNavigate();
  const theme = useTheme();
  const instance = useQuery({ ...instanceQuery, enabled: demo && account !== null });
  if (account === null) return null;
  const people = instance.data?.demo;
  return (
    <Menu
      name={words.frame.account}
      items={[
        ...railOf(account)
          .slice(bottomBar)
          .map((item) => ({
            id: item.to,
            label: item.label,
            phone: true,
            onChoose: () => void navigate({ to: item.to }),
          })),
        {
          id: "account",
          label: words.frame.yourAccount,
          onChoose: () => void navigate({ to: paths.account() }),
        },
        ...(people?.people ?? []).map((person, at) => ({
          id: person.email,
          label: words.frame.persona(person.name, label("Role", person.role)),
          current: person.email === account.email,
          breaks: at === 0,
          onChoose: () => void enterDemo({ email: person.email, password: people?.password ?? "" }),
        })),
        ...phoneThemeItems(theme),
        { id: "out", label: words.frame.signOut, breaks: people !== null, onChoose: () => void leave() },
      ]}
      trigger={(props) => (
        <button type="button" className="who" {...props}>
          {account.name} <span className="soft">{words.frame.asRole(label("Role", account.role))}</span>
        </button>
      )}
    />
  );
}
