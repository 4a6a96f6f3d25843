using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Exchange.Import;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Exchange;

/// <summary>ImportKey: every check first, then one write. A failed import leaves nothing.</summary>
internal sealed class ImportKeyOperation(StoreDatabase database, KeyWriter writer,
    IReadOnlyList<KeyImporter> importers) : LocalOperation<ImportKeyRequest, ImportKeyResponse>
{
    /// <inheritdoc/>
    protected override ImportKeyResponse Execute(ImportKeyRequest request, OperationContext context)
    {
        TagRules.Check(request.Tags);
        KeyImporter importer = importers.Single(candidate => candidate.Handles(request.KeyMaterial!));
        ImportedKey imported = database.ReadConsistently(connection => importer.Import(connection, request.KeyMaterial!, context));
        using NewKey key = NewKeyOf(request, imported);
        KeyAttributeTable.Check(key.Attributes);
        context.Cancel.ThrowIfCancellationRequested();
        Key description = database.Write(connection => KeyReader.Describe(connection, Write(connection, request, key, context)));
        return new ImportKeyResponse { Key = description, Metadata = new ResponseMetadata { Warnings = imported.Warnings } };
    }

    private static NewKey NewKeyOf(ImportKeyRequest request, ImportedKey imported)
    {
        try
        {
            return new NewKey
            {
                Attributes = imported.Attributes,
                CheckValue = imported.Material is null
                    ? CheckValues.OfPublicKey(imported.PublicKey)
                    : CheckValues.OfSymmetric(imported.Attributes.KeyAlgorithm!, imported.Material.Span, request.KeyCheckValueAlgorithm),
                Exportable = imported.Exportable,
                Enabled = request.Enabled ?? true,
                Origin = KeyOrigin.External,
                Material = imported.Material,
                PublicKey = imported.PublicKey,
                Certificate = imported.Certificate,
                IssuerCertificate = imported.IssuerCertificate,
                Tags = request.Tags ?? [],
                ReplicationRegions = request.ReplicationRegions,
            };
        }
        catch
        {
            imported.Material?.Dispose();
            throw;
        }
    }

    private KeyRecord Write(StoreConnection connection, ImportKeyRequest request, NewKey key, OperationContext context)
    {
        MpaTeamRecord? team = request.KeyMaterial!.RootCertificatePublicKey is null
            ? null
            : MpaTeamTable.Find(connection, context.Scope, MpaOperation.ImportRootPublicKeyCertificate);
        if (team is null)
        {
            return writer.Add(connection, context.Scope, key, context.Now);
        }

        if (string.IsNullOrEmpty(request.RequesterComment))
        {
            throw new ValidationException($"RequesterComment is needed: the import of a root certificate waits for approval by {team.TeamArn}.");
        }

        MpaSessionRecord session = Approvals.New(context.Scope, team, MpaSessionSubject.ImportKey, context.Now, request.RequesterComment);
        KeyRecord waiting = writer.Add(connection, context.Scope, key, context.Now, session.Arn);
        MpaSessionTable.Add(connection, session with { KeyId = waiting.KeyId });
        return waiting;
    }
}
