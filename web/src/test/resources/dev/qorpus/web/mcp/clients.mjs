// Asks the notes with the TypeScript SDK, in the legacy era over HTTP and over standard input and output.
// Usage: clients.mjs URL COMMAND ARGUMENT…; prints one JSON object for each way.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [url, command, ...args] = process.argv.slice(2);
const transports = {
  http: new StreamableHTTPClientTransport(new URL(url)),
  stdio: new StdioClientTransport({ command, args }),
};
for (const [way, transport] of Object.entries(transports)) {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  const { tools } = await client.listTools();
  // The client checks structured content by the schema of the list.
  const asked = await client.callTool({ name: "ask", arguments: { question: "what is the bag of words model" } });
  const refused = await client.callTool({ name: "ask", arguments: { question: "x", top_k: 3 } });
  const read = await client.readResource({ uri: `qorpus://entry/${encodeURIComponent(asked.structuredContent.hits[0].id)}` });
  console.log(JSON.stringify({
    way,
    instructions: client.getInstructions(),
    tools: tools.map((tool) => tool.name),
    first: asked.structuredContent.hits[0].id,
    refused: refused.isError,
    entry: read.contents[0].text,
  }));
  await client.close();
}
