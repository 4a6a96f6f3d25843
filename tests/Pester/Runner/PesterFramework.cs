using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;

namespace PaymentCrypto.Pester.Runner;

/// <summary>Pester as a test framework of Microsoft.Testing.Platform: each <c>It</c> is a test.</summary>
internal sealed class PesterFramework : ITestFramework, IDataProducer
{
    public string Uid => nameof(PesterFramework);

    public string Version => "1.0";

    public string DisplayName => "Pester";

    public string Description => "Runs tests/Pester and examples/pester on the real pwsh.";

    public Type[] DataTypesProduced { get; } = [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) =>
        Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) =>
        Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        bool discovers = context.Request is DiscoverTestExecutionRequest;
        await foreach (PesterResult test in PesterProcess.Run(discovers, context.CancellationToken))
        {
            TestNode node = new() { Uid = test.Id, DisplayName = test.Name, Properties = new PropertyBag(State(test)) };
            await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));
        }

        context.Complete();
    }

    private static IProperty State(PesterResult test) => test.Outcome switch
    {
        "Passed" => PassedTestNodeStateProperty.CachedInstance,
        "Skipped" => new SkippedTestNodeStateProperty(test.Message),
        "NotRun" => DiscoveredTestNodeStateProperty.CachedInstance,
        // Also what Pester calls Inconclusive: a test that proved nothing has not passed.
        _ => new FailedTestNodeStateProperty(test.Message),
    };
}
