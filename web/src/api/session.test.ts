import { afterEach, beforeEach, expect, test, vi } from "vitest";

const grant = {
  access_token: "t1",
  token_type: "Bearer",
  expires_in: 600,
  account: { id: "1", email: "a@demo.example", name: "A", role: "member" },
};

const answer = (status: number, body: unknown) => Promise.resolve(Response.json(body, { status }));

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

test("a visitor who never signed in causes no request", async () => {
  const asked = vi.fn();
  vi.stubGlobal("fetch", asked);
  const { settled } = await import("./session");
  expect(await settled()).toEqual({ state: "nobody", ended: false });
  expect(asked).not.toHaveBeenCalled();
});

test("signing in keeps the token out of storage, and a reload renews it from the cookie", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(200, grant)),
  );
  const first = await import("./session");
  await first.signIn({ email: "a@demo.example", password: "x" });
  expect(await first.freshToken()).toBe("t1");
  expect(JSON.stringify(localStorage)).not.toContain("t1");

  vi.resetModules();
  const second = await import("./session");
  expect((await second.settled()).state).toBe("somebody");
});

test("a refused renewal is the end of the session", async () => {
  localStorage.setItem("bellbuoy.signed-in", "yes");
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(401, { title: "sign in first", code: "unauthenticated" })),
  );
  const { settled } = await import("./session");
  expect((await settled()).state).toBe("nobody");
  expect(localStorage.length).toBe(0);
});

test("an outage ends no session: it is thrown, and the renewal succeeds once the server is back", async () => {
  localStorage.setItem("bellbuoy.signed-in", "yes");
  const asked = vi.fn(() =>
    Promise.resolve(
      Response.json({ title: "t", code: "unavailable" }, { status: 503, headers: { "retry-after": "5" } }),
    ),
  );
  vi.stubGlobal("fetch", asked);
  const { settled } = await import("./session");
  await expect(settled()).rejects.toMatchObject({ status: 503, wait: 5 });
  asked.mockRejectedValueOnce(new TypeError("no line"));
  await expect(settled()).rejects.toMatchObject({ status: 0 });
  expect(localStorage.length).toBe(1);
  asked.mockImplementation(() => answer(200, grant));
  expect((await settled()).state).toBe("somebody");
});

test("a token that is over is not sent while it cannot be renewed", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(200, { ...grant, expires_in: -1 })),
  );
  const { freshToken, signIn } = await import("./session");
  await signIn({ email: "a@demo.example", password: "x" });
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(503, { title: "t", code: "unavailable" })),
  );
  await expect(freshToken()).rejects.toMatchObject({ status: 503 });
});

test("a sign-in that is not even looked at says that, and how long to wait", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(503, { title: "t", code: "unavailable" })),
  );
  const { signIn } = await import("./session");
  await expect(signIn({ email: "a", password: "b" })).rejects.toMatchObject({ code: "sign_in_busy" });
});

test("wrong credentials are a problem with its code", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => answer(401, { title: "no such pair", code: "wrong_credentials" })),
  );
  const { signIn } = await import("./session");
  await expect(signIn({ email: "a", password: "b" })).rejects.toMatchObject({
    code: "wrong_credentials",
    status: 401,
  });
});

test("a session goes on when its token has ended, and is still ended by signing out", async () => {
  const asked = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>(() => answer(200, grant));
  vi.stubGlobal("fetch", asked);
  const { signIn, refresh, signOut } = await import("./session");
  await signIn({ email: "a@demo.example", password: "x" });
  await refresh();
  expect(asked.mock.lastCall?.[1]?.headers).not.toHaveProperty("authorization");
  asked.mockImplementationOnce(() => answer(401, { title: "t", code: "unauthenticated" }));
  await signOut();
  const methods = asked.mock.calls.map(([, init]) => init?.method);
  expect(methods).toEqual(["POST", "POST", "DELETE", "POST", "DELETE"]);
});
