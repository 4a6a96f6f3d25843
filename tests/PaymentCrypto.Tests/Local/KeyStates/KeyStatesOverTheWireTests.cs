using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Tests.Aws;
using PaymentCrypto.Tests.Contract;

namespace PaymentCrypto.Tests.Local.KeyStates;

/// <summary>A sample of the paths over the AWS wire protocol, signed and over HTTP: what a caller sees of the states is the same.</summary>
[Collection(AwsEnvironmentCollection.Name)]
public sealed class KeyStatesOverTheWireTests : IDisposable
{
    private const int Paths = 60;
    private const string Account = "700000000000";

    private readonly AwsEnvironmentScope _environment = new();
    private readonly TemporaryStore _clockOnly = new();
    private readonly ILocalEngine _engine;
    private readonly IEndpoint _endpoint;
    private readonly AwsClients _clients;

    public KeyStatesOverTheWireTests()
    {
        _engine = _clockOnly.Open(static options => options with { InMemory = true });
        EndpointAccessKey key = new() { AccessKeyId = Account, SecretAccessKey = AwsClients.SecretKey };
        _endpoint = new EndpointFactory().Start(new EndpointOptions { AccessKeys = [key] }, _engine.ForScope);
        _clients = new AwsClients(_endpoint.Url);
    }

    public void Dispose()
    {
        _clients.Dispose();
        _endpoint.Dispose();
        _engine.Dispose();
        _clockOnly.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public async Task Over_the_wire_a_key_shows_what_the_model_shows()
    {
        IPaymentCryptography service = await _clients.For(new AccountScope(Account, AccountScope.DefaultRegion));
        KeyPathReplay replay = new(service, _clockOnly.Clock.GetUtcNow, _clockOnly.Clock.Advance);
        string[][] paths = [.. KeyPaths.Of(4)];
        Random random = new(4);
        for (int number = 0; number < Paths; number++)
        {
            await replay.Run(isEnabled: number % 2 == 0, random.GetItems(paths, 1)[0]);
        }
    }
}
