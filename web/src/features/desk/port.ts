/** What the desk asks of the API. Nothing opened passes through here: only what is sealed, and coded facts. */
import { api, done, take, type Schemas } from "~/api/client";

export type Envelope = Schemas["Envelope"];
export type OpenedEnvelope = Schemas["OpenedEnvelope"];
export type Acceptance = Schemas["AcceptanceCreate"];

function at(id: string, etag: string) {
  return { path: { id }, header: { "If-Match": etag } };
}

export const port = {
  /** Each reading is audited and marks the reporter's messages as seen. */
  read: (id: string): Promise<OpenedEnvelope> =>
    take(api.GET("/api/v1/desk/envelopes/{id}", { params: { path: { id } } })),

  step: (id: string, step: Schemas["DeskStep"], etag: string): Promise<Envelope> =>
    take(api.POST("/api/v1/desk/envelopes/{id}/steps", { body: { step }, params: at(id, etag) })),

  saveNote: (id: string, note: string, etag: string): Promise<Envelope> =>
    take(api.PUT("/api/v1/desk/envelopes/{id}/note", { body: { note }, params: at(id, etag) })),

  send: (id: string, letter: Schemas["MessageCreate"]): Promise<void> =>
    done(api.POST("/api/v1/desk/envelopes/{id}/messages", { body: letter, params: { path: { id } } })),

  reseal: (id: string, body: Schemas["ContentUpdate"], etag: string): Promise<Envelope> =>
    take(api.PUT("/api/v1/desk/envelopes/{id}/content", { body, params: at(id, etag) })),

  accept: (body: Acceptance, key: string): Promise<{ id: string; reference: string }> =>
    take(api.POST("/api/v1/desk/acceptances", { body, params: { header: { "Idempotency-Key": key } } })),
};

export type DeskPort = typeof port;
