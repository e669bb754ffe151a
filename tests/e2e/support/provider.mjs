// An identity provider on loopback, by `oidc-provider`: whoever says an address has it.
// Usage: node provider.mjs <port> <redirect uri>
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port, redirect] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: "bellbuoy", client_secret: "a secret of the tests", redirect_uris: [redirect] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  // The address as such says who it is; the subject is another word for it.
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: id.replace(/^unverified-/, ""),
      email_verified: !id.startsWith("unverified-"),
    }),
  }),
  // Nobody is asked to consent: it is the organisation's own provider.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope("openid email");
    await grant.save();
    return grant;
  },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ["a key of the tests"] },
});

const page = `<!doctype html><html lang="en"><title>Provider</title><h1>Sign in at the provider</h1>
<form method="post"><label>Address <input name="login"></label><button>Continue</button>
<button name="cancel" value="yes">Cancel</button></form></html>`;

provider.use(async (context, next) => {
  if (!context.path.startsWith("/interaction/")) return next();
  if (context.method === "GET") {
    context.type = "html";
    context.body = page;
    return undefined;
  }
  const parts = [];
  for await (const part of context.req) parts.push(part);
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  const result = form.has("cancel")
    ? { error: "access_denied", error_description: "cancelled" }
    : { login: { accountId: form.get("login") } };
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
});

createServer(provider.callback()).listen(Number(port), "127.0.0.1", () => console.log("ready"));
