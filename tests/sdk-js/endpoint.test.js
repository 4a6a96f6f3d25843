// Every operation that this version of the AWS SDK for JavaScript knows, against the endpoint that the environment names (see run).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import * as sdk from '@aws-sdk/client-payment-cryptography';

const client = new sdk.PaymentCryptographyClient({ maxAttempts: 1 });
after(() => client.destroy());

const called = new Set();
const send = (command) => {
  called.add(command.constructor.name);
  return client.send(command);
};

const modes = (...names) => Object.fromEntries(names.map((name) => [name, true]));
const attributes = (usage, algorithm, keyModes, keyClass = 'SYMMETRIC_KEY') =>
  ({ KeyUsage: usage, KeyAlgorithm: algorithm, KeyClass: keyClass, KeyModesOfUse: keyModes });
const pinKey = attributes('TR31_P0_PIN_ENCRYPTION_KEY', 'TDES_2KEY', modes('Encrypt', 'Decrypt', 'Wrap', 'Unwrap'));
const create = async (keyAttributes, more = {}) =>
  (await send(new sdk.CreateKeyCommand({ KeyAttributes: keyAttributes, Exportable: true, ...more }))).Key;

test('a key is made and found with its attributes, times and check value', async () => {
  const before = Date.now() - 5000;
  const key = await create(pinKey, { Tags: [{ Key: 'stage', Value: 'test' }] });
  assert.match(key.KeyArn, /^arn:aws:payment-cryptography:us-east-1:111122223333:key\/[0-9a-zA-Z]{16,64}$/);
  assert.equal(key.KeyState, 'CREATE_COMPLETE');
  assert.match(key.KeyCheckValue, /^[0-9A-F]{6}$/);
  assert.ok(key.CreateTimestamp instanceof Date && key.CreateTimestamp.getTime() > before && key.CreateTimestamp.getTime() < Date.now() + 5000);
  const found = await send(new sdk.GetKeyCommand({ KeyIdentifier: key.KeyArn }));
  assert.deepEqual(found.Key, key);
  assert.match(found.$metadata.requestId, /^[0-9a-f-]{36}$/);
  assert.equal(found.$metadata.httpStatusCode, 200);
});

test('a key is stopped and started', async () => {
  const { KeyArn } = await create(pinKey);
  const stopped = await send(new sdk.StopKeyUsageCommand({ KeyIdentifier: KeyArn }));
  assert.equal(stopped.Key.Enabled, false);
  assert.ok(stopped.Key.UsageStopTimestamp instanceof Date);
  assert.equal((await send(new sdk.StartKeyUsageCommand({ KeyIdentifier: KeyArn }))).Key.Enabled, true);
});

test('a key is scheduled for deletion and restored', async () => {
  const { KeyArn } = await create(pinKey);
  const deleted = await send(new sdk.DeleteKeyCommand({ KeyIdentifier: KeyArn, DeleteKeyInDays: 3 }));
  assert.equal(deleted.Key.KeyState, 'DELETE_PENDING');
  assert.ok(deleted.Key.DeletePendingTimestamp instanceof Date);
  assert.equal((await send(new sdk.RestoreKeyCommand({ KeyIdentifier: KeyArn }))).Key.KeyState, 'CREATE_COMPLETE');
});

test('an alias is made, followed, moved and deleted', async () => {
  const AliasName = 'alias/sdk-js';
  const [first, second] = [await create(pinKey), await create(pinKey)];
  await send(new sdk.CreateAliasCommand({ AliasName, KeyArn: first.KeyArn }));
  assert.equal((await send(new sdk.GetKeyCommand({ KeyIdentifier: AliasName }))).Key.KeyArn, first.KeyArn);
  await send(new sdk.UpdateAliasCommand({ AliasName, KeyArn: second.KeyArn }));
  assert.equal((await send(new sdk.GetAliasCommand({ AliasName }))).Alias.KeyArn, second.KeyArn);
  await send(new sdk.DeleteAliasCommand({ AliasName }));
  await assert.rejects(send(new sdk.GetAliasCommand({ AliasName })), sdk.ResourceNotFoundException);
});

test('tags are set, listed page by page and removed', async () => {
  const { KeyArn } = await create(pinKey);
  const keys = Array.from({ length: 5 }, (_, i) => `tag${i}`);
  await send(new sdk.TagResourceCommand({ ResourceArn: KeyArn, Tags: keys.map((Key) => ({ Key, Value: 'x' })) }));
  const seen = [];
  for await (const page of sdk.paginateListTagsForResource({ client, pageSize: 2 }, { ResourceArn: KeyArn })) {
    assert.ok(page.Tags.length <= 2);
    seen.push(...page.Tags.map((tag) => tag.Key));
  }
  assert.deepEqual(seen.sort(), keys);
  await send(new sdk.UntagResourceCommand({ ResourceArn: KeyArn, TagKeys: keys.slice(1) }));
  assert.deepEqual((await send(new sdk.ListTagsForResourceCommand({ ResourceArn: KeyArn }))).Tags, [{ Key: 'tag0', Value: 'x' }]);
});

test('keys and aliases are listed page by page, each one once', async () => {
  const made = [];
  for (let i = 0; i < 5; i++) {
    const { KeyArn } = await create(pinKey);
    await send(new sdk.CreateAliasCommand({ AliasName: `alias/page-${i}`, KeyArn }));
    made.push(KeyArn);
  }
  const keys = [];
  for await (const page of sdk.paginateListKeys({ client, pageSize: 2 }, {})) keys.push(...page.Keys.map((key) => key.KeyArn));
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(made.every((arn) => keys.includes(arn)));
  const aliases = [];
  for await (const page of sdk.paginateListAliases({ client, pageSize: 2 }, {})) aliases.push(...page.Aliases.map((alias) => alias.AliasName));
  assert.deepEqual(aliases.filter((name) => name.startsWith('alias/page-')).sort(), [0, 1, 2, 3, 4].map((i) => `alias/page-${i}`));
  assert.equal((await send(new sdk.ListKeysCommand({ MaxResults: 1 }))).Keys.length, 1);
  assert.equal((await send(new sdk.ListAliasesCommand({ MaxResults: 1 }))).Aliases.length, 1);
});

test('import and export parameters have a token, certificates and a time 30 days ahead', async () => {
  const forImport = await send(new sdk.GetParametersForImportCommand({ KeyMaterialType: 'TR34_KEY_BLOCK', WrappingKeyAlgorithm: 'RSA_2048' }));
  assert.match(forImport.ImportToken, /^import-token-[0-9a-zA-Z]{16,64}$/);
  assert.match(Buffer.from(forImport.WrappingKeyCertificate, 'base64').toString(), /BEGIN CERTIFICATE/);
  const days = (forImport.ParametersValidUntilTimestamp.getTime() - Date.now()) / 86_400_000;
  assert.ok(days > 29.9 && days < 30.1, `${days} days`);
  const forExport = await send(new sdk.GetParametersForExportCommand({ KeyMaterialType: 'TR34_KEY_BLOCK', SigningKeyAlgorithm: 'RSA_2048' }));
  assert.match(forExport.ExportToken, /^export-token-[0-9a-zA-Z]{16,64}$/);
  assert.ok(forExport.SigningKeyCertificate && forExport.SigningKeyCertificateChain);
});

test('a key goes out as a TR-31 block and comes back with the same check value', async () => {
  const kek = await create(attributes('TR31_K1_KEY_BLOCK_PROTECTION_KEY', 'TDES_3KEY', modes('Encrypt', 'Decrypt', 'Wrap', 'Unwrap')));
  const key = await create(pinKey);
  const { WrappedKey } = await send(new sdk.ExportKeyCommand({
    ExportKeyIdentifier: key.KeyArn, KeyMaterial: { Tr31KeyBlock: { WrappingKeyIdentifier: kek.KeyArn } } }));
  assert.equal(WrappedKey.WrappedKeyMaterialFormat, 'TR31_KEY_BLOCK');
  assert.match(WrappedKey.KeyMaterial, /^B\d{4}P0T/);
  const imported = await send(new sdk.ImportKeyCommand({
    KeyMaterial: { Tr31KeyBlock: { WrappingKeyIdentifier: kek.KeyArn, WrappedKeyBlock: WrappedKey.KeyMaterial } } }));
  assert.equal(imported.Key.KeyCheckValue, key.KeyCheckValue);
  assert.equal(imported.Key.KeyOrigin, 'EXTERNAL');
});

test('the public key of a key pair comes with its certificate chain', async () => {
  const pair = await create(attributes('TR31_S0_ASYMMETRIC_KEY_FOR_DIGITAL_SIGNATURE', 'RSA_2048', modes('Sign'), 'ASYMMETRIC_KEY_PAIR'));
  const answer = await send(new sdk.GetPublicKeyCertificateCommand({ KeyIdentifier: pair.KeyArn }));
  assert.ok(answer.KeyCertificate && answer.KeyCertificateChain);
});

test('what does not exist is a ResourceNotFoundException with the resource', async () => {
  const KeyIdentifier = 'arn:aws:payment-cryptography:us-east-1:111122223333:key/0000000000000000';
  await assert.rejects(send(new sdk.GetKeyCommand({ KeyIdentifier })), (error) => {
    assert.ok(error instanceof sdk.ResourceNotFoundException);
    assert.equal(error.ResourceId, KeyIdentifier);
    assert.equal(error.$metadata.httpStatusCode, 404);
    return true;
  });
});

test('what cannot be is a ValidationException', async () => {
  await assert.rejects(create({ ...pinKey, KeyAlgorithm: 'RSA_2048' }), sdk.ValidationException);
  await assert.rejects(
    send(new sdk.GetParametersForImportCommand({ KeyMaterialType: 'TR31_KEY_BLOCK', WrappingKeyAlgorithm: 'RSA_2048' })),
    sdk.ValidationException);
});

test('an alias that is taken is a ConflictException', async () => {
  await send(new sdk.CreateAliasCommand({ AliasName: 'alias/taken' }));
  await assert.rejects(send(new sdk.CreateAliasCommand({ AliasName: 'alias/taken' })), sdk.ConflictException);
});

test('another access key id is another account', async () => {
  const { KeyArn } = await create(pinKey);
  const other = new sdk.PaymentCryptographyClient({ credentials: { accessKeyId: '999988887777', secretAccessKey: 'any' } });
  assert.deepEqual((await other.send(new sdk.ListKeysCommand({}))).Keys, []);
  await assert.rejects(other.send(new sdk.GetKeyCommand({ KeyIdentifier: KeyArn })), sdk.PaymentCryptographyServiceException);
  other.destroy();
});

test('the quickstart says that it works', async () => {
  // Beside the packages, which it would have of its own.
  const copy = new URL('node_modules/.quickstart.mjs', import.meta.url);
  await copyFile(new URL('../../examples/javascript/quickstart.mjs', import.meta.url), copy);
  const { stdout } = await promisify(execFile)(process.execPath, [copy.pathname]);
  assert.equal(stdout, 'The same key: true\n');
});

test('no operation that this SDK knows was left out', () => {
  const known = Object.keys(sdk).filter((name) => name.endsWith('Command') && name !== '$Command');
  assert.deepEqual(known.filter((name) => !called.has(name)), []);
});
