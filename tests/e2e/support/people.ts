/** The demo's people, as the server names them. */
interface Person {
  readonly email: string;
  readonly name: string;
}

interface Demo {
  readonly people: readonly Person[];
  readonly password: string;
  readonly desk_passphrase: string;
}

export type Persona =
  "member" | "analyst" | "second-analyst" | "admin" | "scheme" | "second-scheme" | "reviewer" | "consultant";

async function ask(url: string, init?: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${answer.status} from ${url}: ${await answer.text()}`);
  return answer.json();
}

export async function demoOf(home: string): Promise<Demo> {
  const { demo } = (await ask(`${home}/api/v1/instance`)) as { demo: Demo | null };
  if (demo === null) throw new Error(`${home} is no demo: its people cannot be signed in`);
  return demo;
}

export async function personOf(home: string, persona: Persona): Promise<Person> {
  const { people } = await demoOf(home);
  const found = people.find(({ email }) => email === `${persona}@demo.example`);
  if (found === undefined) throw new Error(`the demo has no ${persona}`);
  return found;
}

export async function tokenOf(home: string, persona: Persona): Promise<string> {
  const [{ email }, { password }] = await Promise.all([personOf(home, persona), demoOf(home)]);
  const { code } = (await ask(`${home}/api/v1/demo/code`)) as { code: string };
  const session = await ask(`${home}/api/v1/auth/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, code }),
  });
  return (session as { access_token: string }).access_token;
}
