// @ts-check
import { inProject } from '../setup/project.mjs';

/** Arguments for Node: the application's projects, and these helpers themselves. */
export const typeCheck = [inProject('node_modules/typescript/bin/tsc'), '-b'];
