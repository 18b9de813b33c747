// @ts-check
import { typeCheck } from './checks/type-check.mjs';
import { buildApplication } from './setup/application.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runHere } from './setup/processes.mjs';
import { runCommand } from './setup/project.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const { code } = await runHere(process.execPath, typeCheck);
  if (code === 0) await buildApplication();
  return code;
});
