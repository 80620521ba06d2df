import type { Command } from 'commander'

/** Defines the `quiz packs` commands. Each command loads only the code that it needs. */
export function packCommands(program: Command): void {
  const packs = program.command('packs').description('The question packs of a workspace')
  packs
    .command('list')
    .description('List the packs of a workspace')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./packs.ts')).packsList(options))
  packs
    .command('import')
    .description('Make a folder of question files a pack of a workspace; what is no longer in it is retired')
    .argument('<folder>', 'question files, as questions/README.md describes them')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .option('--name <name>', 'what the pack is called; by default as its pack.yaml says')
    .action(async (folder, options) => (await import('./import-pack.ts')).packsImport(folder, options))
  packs
    .command('export')
    .description('Write a pack as the folder that packs import reads')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'what the pack is called')
    .requiredOption('--out <folder>', 'a new folder')
    .action(async (options) => (await import('./packs.ts')).packsExport(options))
  packs
    .command('retire')
    .description('Ask these questions no more')
    .argument('<ids...>', 'as the pack names them')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'what the pack is called')
    .option('--undo', 'ask them again')
    .action(async (ids, options) => (await import('./packs.ts')).packsRetire(ids, options))
  packs
    .command('remove')
    .description('Remove a pack')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'what the pack is called')
    .option('--yes', 'do it; without this, only say what would go')
    .action(async (options) => (await import('./packs.ts')).packsRemove(options))
}
