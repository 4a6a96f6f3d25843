using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The call that an endpoint makes itself before anybody else does.</summary>
public sealed class RehearsalTests
{
    // An answer that is none would be made another way, and the tables of JSON would not be there.
    [Fact]
    public async Task It_is_answered_as_a_call_is() => Assert.Equal(200, await Rehearsal.RunAsync());
}
