using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.KeyStates;

/// <summary>
/// Every path of a few events through the state machine of a key, on the engine. <c>PAYMENTCRYPTO_PATH_LENGTH=5</c> makes them longer than the suite
/// does: 33,614 of them.
/// </summary>
public sealed class KeyStateTests : IDisposable
{
    // SPEC 4.1, row by row: from, event, to, and what becomes of Enabled. Refusals are every other pair of a state and an event.
    private static readonly string[] Transitions =
    [
        "CREATE_COMPLETE enabled -start-> CREATE_COMPLETE enabled",
        "CREATE_COMPLETE enabled -stop-> CREATE_COMPLETE disabled",
        "CREATE_COMPLETE enabled -delete-> DELETE_PENDING disabled",
        "CREATE_COMPLETE enabled -use-> CREATE_COMPLETE enabled",
        "CREATE_COMPLETE disabled -start-> CREATE_COMPLETE enabled",
        "CREATE_COMPLETE disabled -stop-> CREATE_COMPLETE disabled",
        "CREATE_COMPLETE disabled -delete-> DELETE_PENDING disabled",
        "DELETE_PENDING disabled -restore-> CREATE_COMPLETE disabled",
        "DELETE_PENDING disabled -a day passes-> DELETE_PENDING disabled",
        "DELETE_PENDING disabled -a day passes-> DELETE_COMPLETE disabled",
        "DELETE_PENDING disabled -four days pass-> DELETE_COMPLETE disabled",
    ];

    private readonly TemporaryStore _clockOnly = new();
    private readonly ILocalEngine _engine;

    public KeyStateTests() =>
        _engine = _clockOnly.Open(static options => options with { InMemory = true, Quotas = new ServiceQuotas { Keys = int.MaxValue } });

    private static int Length => int.Parse(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_PATH_LENGTH") ?? "3", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _engine.Dispose();
        _clockOnly.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_every_path_the_engine_shows_what_the_model_shows(bool isEnabled)
    {
        KeyPathReplay replay = new(_engine.Default(), _clockOnly.Clock.GetUtcNow, _clockOnly.Clock.Advance);
        foreach (string[] path in KeyPaths.Of(Length))
        {
            await replay.Run(isEnabled, path);
        }
    }

    [Fact]
    public void The_paths_take_every_transition_of_the_table_and_no_other()
    {
        HashSet<string> taken = [];
        foreach (bool isEnabled in (bool[])[true, false])
        {
            // Five events: a deletion that three days of waiting end, and one more.
            foreach (string[] path in KeyPaths.Of(5))
            {
                DateTimeOffset now = TemporaryStore.Start;
                var key = ModelledKey.Made(isEnabled, now);
                foreach (string happens in path)
                {
                    now += ModelledKey.TimeOf(happens);
                    ModelledKey? next = key.After(happens, now);
                    if (next is not null && (ModelledKey.TimeOf(happens) == TimeSpan.Zero || key.State == KeyState.DeletePending))
                    {
                        taken.Add($"{Describe(key)} -{happens}-> {Describe(next)}");
                    }

                    key = next ?? key;
                    AssertHolds(key);
                }
            }
        }

        Assert.Equal(Transitions.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    // What is so in every state that can be reached.
    private static void AssertHolds(ModelledKey key)
    {
        Assert.True(!key.IsEnabled || key.State == KeyState.CreateComplete, $"{key} is enabled.");
        Assert.True(key.PendingUntil is not null == (key.State == KeyState.DeletePending), $"{key} and its deletion.");
        Assert.True(key.Deleted is not null == (key.State == KeyState.DeleteComplete), $"{key} and its end.");
        Assert.True(key.IsEnabled == key.Start is not null && key.IsEnabled == key.Stop is null, $"{key} and its times of use.");
    }

    private static string Describe(ModelledKey key) => $"{key.State} {(key.IsEnabled ? "enabled" : "disabled")}";
}
