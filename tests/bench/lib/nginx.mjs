/** nginx with files of the same bytes: what it costs to send them, whoever made them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { start, stop } from "./children.mjs";
import { pause } from "./machine.mjs";
import { freePort } from "./site.mjs";
import { work } from "./tools.mjs";

const configuration = (folder, port) => `
daemon off; worker_processes 2; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid() === 0 ? "user root;" : ""}
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type application/json;
  types { text/html html; text/css css; text/javascript js; application/json json; }
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}`;

export async function nginx(tools) {
  const folder = `${work}/nginx`;
  mkdirSync(`${folder}/files`, { recursive: true });
  const port = await freePort();
  writeFileSync(`${folder}/nginx.conf`, configuration(folder, port));
  const child = await start(tools.nginx, ["-c", `${folder}/nginx.conf`, "-p", folder], {
    log: `${folder}/log`,
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(url).catch(() => undefined)); tries++) {
    if (tries > 200) throw new Error(`nginx did not start; see ${folder}/log`);
    await pause(25);
  }
  return {
    url,
    pid: child.pid,
    stop: () => stop(child),
    /** Puts a file up and gives its path. */
    put(name, bytes) {
      writeFileSync(`${folder}/files/${name}`, bytes);
      return `/${name}`;
    },
  };
}
