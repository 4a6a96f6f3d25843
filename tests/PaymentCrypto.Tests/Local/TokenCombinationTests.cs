using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>Which combinations of key material type and algorithm give a token (API reference of both operations).</summary>
public sealed class TokenCombinationTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Import_takes_exactly_the_combinations_that_the_service_takes()
    {
        using ILocalEngine engine = _store.Open();
        HashSet<(string, string)> accepted = [];
        foreach (string type in KeyMaterialType.All)
        {
            foreach (string algorithm in KeyAlgorithm.All)
            {
                if (await Accepts(() => engine.Default().ImportParameters(type: type, algorithm: algorithm), type, algorithm))
                {
                    accepted.Add((type, algorithm));
                }
            }
        }

        Assert.Equal(
            [
                ("KEY_CRYPTOGRAM", "RSA_2048"), ("KEY_CRYPTOGRAM", "RSA_3072"), ("KEY_CRYPTOGRAM", "RSA_4096"),
                ("TR34_KEY_BLOCK", "RSA_2048"), ("TR34_KEY_BLOCK", "RSA_3072"), ("TR34_KEY_BLOCK", "RSA_4096"),
            ],
            accepted.Order());
    }

    [Fact]
    public async Task Export_takes_TR34_with_RSA_2048_only()
    {
        using ILocalEngine engine = _store.Open();
        List<(string, string)> accepted = [];
        foreach (string type in KeyMaterialType.All)
        {
            foreach (string algorithm in KeyAlgorithm.All)
            {
                if (await Accepts(() => engine.Default().ExportParameters(type: type, algorithm: algorithm), type, algorithm))
                {
                    accepted.Add((type, algorithm));
                }
            }
        }

        Assert.Equal([("TR34_KEY_BLOCK", "RSA_2048")], accepted);
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa3072)]
    [InlineData(KeyAlgorithm.Rsa4096)]
    public async Task Observed_accepts_larger_keys_for_TR34_with_a_warning_and_Documented_refuses_them(string algorithm)
    {
        using (ILocalEngine observed = _store.Open())
        {
            string warning = Assert.Single((await observed.Default().ImportParameters(algorithm: algorithm)).Metadata.Warnings);
            Assert.Contains(algorithm, warning, StringComparison.Ordinal);
            Assert.Empty((await observed.Default().ImportParameters()).Metadata.Warnings);
        }

        using ILocalEngine documented = _store.Open(options => options with { Conformance = Conformance.Documented });
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => documented.Default().ImportParameters(algorithm: algorithm));
        Assert.Contains(algorithm, error.Message, StringComparison.Ordinal);
        Assert.NotNull((await documented.Default().ImportParameters()).ImportToken);
    }

    [Fact]
    public async Task Values_that_the_service_does_not_know_are_refused_by_member_with_the_ones_that_it_knows()
    {
        using ILocalEngine engine = _store.Open();

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => engine.Default().ImportParameters(type: "TR35_KEY_BLOCK"));

        Assert.Equal("PcMemberInvalid", error.ErrorId);
        Assert.Contains("'keyMaterialType'", error.Message, StringComparison.Ordinal);
        Assert.Contains("TR34_KEY_BLOCK", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ValidationException>(() => engine.Default().SendAsync(
            new GetParametersForImportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock }, TestContext.Current.CancellationToken));
    }

    // A refusal must be the service's and name both what was asked for and something that would do.
    private static async Task<bool> Accepts<T>(Func<Task<T>> call, string type, string algorithm)
    {
        try
        {
            await call();
            return true;
        }
        catch (ValidationException e)
        {
            Assert.Equal(("ValidationException", 400, "PcValidation"), (e.Code, e.HttpStatus, e.ErrorId));
            Assert.True(e.Message.Contains(type, StringComparison.Ordinal) || e.Message.Contains(algorithm, StringComparison.Ordinal), e.Message);
            return false;
        }
    }
}
