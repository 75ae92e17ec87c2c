import { mergeShards } from '../press/merge.ts';
import { reportSettings } from '../press/settings.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  if (reportSettings()) await mergeShards();
});
