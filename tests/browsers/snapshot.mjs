// Saves a page as MHTML through a running Chromium: node snapshot.mjs DEBUG-PORT URL FILE
import { writeFile } from 'node:fs/promises';

const [port, url, file] = process.argv.slice(2);
const target = await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: 'PUT' });
const socket = new WebSocket((await target.json()).webSocketDebuggerUrl);
await new Promise((done, fail) => Object.assign(socket, { onopen: done, onerror: fail }));

let last = 0;
const waiting = new Map();
let loaded;
const load = new Promise((done) => { loaded = done; });
socket.onmessage = ({ data }) => {
  const { id, method, result } = JSON.parse(data);
  if (method === 'Page.loadEventFired') loaded();
  waiting.get(id)?.(result);
};
const ask = (method, params = {}) => new Promise((done) => {
  waiting.set(++last, done);
  socket.send(JSON.stringify({ id: last, method, params }));
});

await ask('Page.enable');
await ask('Page.navigate', { url });
await load;
const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' });
await writeFile(file, data);
await ask('Page.close');
socket.close();
