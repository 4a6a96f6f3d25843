using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.KeyExchange;

/// <content>From what was given to the evidence, and to whoever examines it.</content>
public sealed partial class TestPcKeyExchangeCommand
{
    private readonly PipedMaterial _piped = new();

    // Lines that are no key material: of a file that is none, which is one thing and not as many as it has lines.
    private readonly StringBuilder _prose = new();
    private object? _item;
    private bool _isBlank = true;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(() =>
        {
            if (ParameterSetName == MaterialSet)
            {
                Rest();
            }
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (ParameterSetName == ComponentSet)
        {
            ExamineComponents();
            return;
        }

        object? given = InputObject is PSObject wrapped ? wrapped.BaseObject : InputObject;
        string? text = given switch
        {
            null => string.Empty,
            byte one => PipedMaterial.OfByte(one),
            string line => line,
            object[] several when Array.TrueForAll(several, static item => (item is PSObject inner ? inner.BaseObject : item) is string) =>
                string.Join('\n', several),
            _ => null,
        };
        if (text is null)
        {
            _isBlank = false;
            Examine(ExchangeInput.Text(this, InputObject!), InputObject!);
        }
        else if (!MyInvocation.ExpectingInput)
        {
            _isBlank = false;
            Examine(ExchangeInput.Text(this, text), text);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            _isBlank = false;
            Collect(text);
        }
    }

    private void Collect(string text)
    {
        if (_piped.Take(this, text) is not { } whole)
        {
            return;
        }

        if (MaterialInput.IsMaterial(whole) || FindFile(whole) is not null)
        {
            Examine(ExchangeInput.Text(this, whole), whole);
        }
        else
        {
            _prose.Append(whole).Append('\n');
        }
    }

    private void Rest()
    {
        if (_piped.Rest() is { } rest)
        {
            Examine(rest, rest);
        }

        if (_prose.Length > 0)
        {
            Examine(_prose.ToString(), "text");
        }
        else if (_isBlank && MyInvocation.ExpectingInput)
        {
            Examine(string.Empty, "text");
        }
    }

    private void Examine(string text, object item)
    {
        _item = item is string given ? MaterialInput.Target(given) : item.GetType().Name;
        using Lease<KeyMaterial>? key = ProtectionKey is null ? null : KeyInput.Take(this, ProtectionKey, new KeyForm("key encryption key")
        {
            Algorithm = ProtectionKeyAlgorithm,
            Assumed = Run(tools => tools.Tr31.AlgorithmOfProtectionKey(text)) ?? "TDES",
        });
        Write(Examine(new ExchangeEvidence
        {
            Material = text,
            Direction = string.Equals(For, TokenDirection.Export, StringComparison.OrdinalIgnoreCase) ? TokenDirection.Export : TokenDirection.Import,
            Algorithm = KnownValue.Of(KeyAlgorithm.All, Algorithm) ?? Algorithm,
            KeyCheckValue = KeyCheckValue ?? ExchangeInput.Property(item, "KeyCheckValue") as string,
            RandomNonce = RandomNonce ?? ExchangeInput.Property(item, "RandomNonce") as string,
            ImportToken = ImportToken ?? ExchangeInput.Property(item, "ImportToken") as string,
            WrappingSpec = KnownValue.Of(WrappingKeySpec.All, WrappingSpec),
            As2805KeyVariant = KnownValue.Of(Api.As2805KeyVariant.All, As2805KeyVariant),
            Agreement = Agreement(item),
            Keys = key is null ? [] : [new ExchangeKey("the key given", key.Value)],
            SigningCertificate = Certificate(SigningKeyCertificate ?? ExchangeInput.Property(item, nameof(SigningKeyCertificate)), "sender's (KDH) signing"),
            Authorities = Certificate(CertificateAuthority, "authority's") is { } authority ? [authority] : [],
            Recipient = Recipient(),
            WrappingKeyIdentifier = WrappingKeyIdentifier,
            CertificateAuthorityPublicKeyIdentifier = CertificateAuthorityPublicKeyIdentifier,
            ValidAt = Session.Settings().Local.Clock.GetUtcNow(),
        }));
    }

    // What Import-PcKey takes from an object that carries a block under an agreed key, is taken here too.
    private ExchangeAgreement? Agreement(object item)
    {
        string? shared = SharedInformation ?? ExchangeInput.Property(item, nameof(SharedInformation)) as string;
        return PrivateKeyIdentifier is null && PublicKeyCertificate is null && shared is null ? null : new ExchangeAgreement
        {
            PrivateKeyIdentifier = PrivateKeyIdentifier,
            PeerCertificate = Certificate(PublicKeyCertificate ?? ExchangeInput.Property(item, nameof(PublicKeyCertificate)), "other side's key agreement"),
            DeriveKeyAlgorithm = Said(nameof(DeriveKeyAlgorithm), DeriveKeyAlgorithm, SymmetricKeyAlgorithm.All),
            KeyDerivationFunction = Said(nameof(KeyDerivationFunction), KeyDerivationFunction, Api.KeyDerivationFunction.All),
            KeyDerivationHashAlgorithm = Said(nameof(KeyDerivationHashAlgorithm), KeyDerivationHashAlgorithm, Api.KeyDerivationHashAlgorithm.All),
            SharedInformation = shared,
        };

        string Said(string name, string given, IReadOnlyList<string> known)
        {
            string said = MyInvocation.BoundParameters.ContainsKey(name) ? given : ExchangeInput.Property(item, name) as string ?? given;
            return KnownValue.Of(known, said) ?? said;
        }
    }

    private KeyExchangeCredential? Recipient() =>
        (WrappingKeyCertificate is PSObject wrapped ? wrapped.BaseObject : WrappingKeyCertificate) is KeyExchangeCertificate pair
        ? pair.Credential
        : Certificate(WrappingKeyCertificate, "receiver's (KRD)") is { } certificate ? new KeyExchangeCredential(null, certificate) : null;

    private X509Certificate2? Certificate(object? value, string what) =>
        value is null or string { Length: 0 } ? null : CertificateInput.Certificate(this, value, what);

    private void ExamineComponents()
    {
        if (ComponentCheckValue.Length > 0 && ComponentCheckValue.Length != Component.Length)
        {
            throw new KeyInputException(
                KeyInputFailure.Conflict,
                $"There are {Component.Length} components, but {ComponentCheckValue.Length} check values for them: give one for each; an empty text says "
                    + "that a paper has none.");
        }

        List<Lease<KeyMaterial>> taken = [];
        try
        {
            foreach (object component in Component)
            {
                // Of another length than the algorithm has is a finding, and no reason to stop.
                taken.Add(KeyInput.Take(this, component,
                    new KeyForm(FormattableString.Invariant($"component {taken.Count + 1}")) { Assumed = Algorithm ?? "TDES" }));
            }

            _item = "components";
            Write(Examine(new ExchangeEvidence
            {
                Material = string.Empty,
                Algorithm = Algorithm,
                KeyCheckValue = KeyCheckValue,
                Components = [.. taken.Select((lease, index) =>
                    new EnteredComponent(lease.Value, index < ComponentCheckValue.Length ? ComponentCheckValue[index] : null))],
                ValidAt = Session.Settings().Local.Clock.GetUtcNow(),
            }));
        }
        finally
        {
            taken.ForEach(static lease => lease.Dispose());
        }
    }

    private IReadOnlyList<ExchangeCheckResult> Examine(ExchangeEvidence evidence)
    {
        ProviderName provider = Provider?.ProviderName ?? Session.Settings().Name;
        if (evidence.Components.Count > 0 || provider != ProviderName.Local)
        {
            WriteVerbose("Examined with what is given alone; nothing is sent.");
            return Run(tools => tools.Diagnosis.Examine(evidence));
        }

        return Send(new DiagnoseExchangeRequest
        {
            Evidence = evidence with
            {
                WrappingKeyIdentifier = ServiceForm(evidence.WrappingKeyIdentifier),
                Agreement = evidence.Agreement is { } agreement ? agreement with { PrivateKeyIdentifier = ServiceForm(agreement.PrivateKeyIdentifier) } : null,
            },
        }).Results;
    }

    private string? ServiceForm(string? identifier) => identifier is not null && KeyIdentifier.IsKeyId(identifier)
        ? Follow(() => Connection.ToServiceFormAsync(identifier, Stopped))
        : identifier;
}
