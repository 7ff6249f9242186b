// Serves a folder on this machine's own address: node serve.mjs FOLDER PORT
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

const [folder, port] = process.argv.slice(2);
const types = { '.html': 'text/html; charset=utf-8', '.png': 'image/png' };
createServer(async (request, response) => {
  const name = basename(new URL(request.url, 'http://x').pathname);
  try {
    const body = await readFile(join(folder, name));
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(Number(port), '127.0.0.1');
