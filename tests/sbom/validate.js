// Validates a bill of materials against CycloneDX's own JSON schema.
import { readFile } from 'node:fs/promises';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const file = process.argv[2];
const document = await readFile(file, 'utf8');
const version = JSON.parse(document).specVersion;
const problems = await new Validation.JsonStrictValidator(Spec.Version[`v1dot${version.split('.')[1]}`]).validate(document);
if (problems !== null) {
  console.error(JSON.stringify(problems, null, 2));
  process.exit(1);
}
console.log(`${file} is CycloneDX ${version}.`);
