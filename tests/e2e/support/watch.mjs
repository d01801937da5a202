// Whatever a page should never do, whichever test is running: log an error, throw one, break its own policy, ask
// another origin for anything.

/**
 * Watches every page of a context. `problems` fills as they happen; `allow(pattern)` takes what a test brings about on
 * purpose out of it.
 */
export async function watch(context, origin) {
  const problems = [];
  const allowed = [];
  const report = (problem) => {
    if (!allowed.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`Policy broken: ${event.violatedDirective} by ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber ?? ""}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error") report(`Logged: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => report(`Thrown: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(blob|data|about):/.test(url) && !url.startsWith(`${origin}/`)) report(`Asked another origin: ${url}`);
  });
  return {
    problems,
    allow: (pattern) => {
      allowed.push(pattern);
      problems.splice(0, problems.length, ...problems.filter((problem) => !pattern.test(problem)));
    },
  };
}
