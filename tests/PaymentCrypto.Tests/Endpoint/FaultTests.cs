using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class FaultTests
{
    [Theory]
    [InlineData(EndpointFaultKind.Throttling, 429, "ThrottlingException")]
    [InlineData(EndpointFaultKind.InternalServer, 500, "InternalServerException")]
    public async Task The_next_calls_fail_and_then_all_is_well(EndpointFaultKind kind, int status, string code)
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Operation = "GetAlias", Kind = kind, Calls = 2 });
        for (int call = 0; call < 2; call++)
        {
            HttpResponse response = await harness.GetAlias();
            Assert.Equal((status, code), (response.Status, response.Headers.Get("x-amzn-ErrorType")));
        }

        Assert.Equal(0, harness.Provider.Calls);
        Assert.Equal(200, (await harness.GetAlias()).Status);
        Assert.Equal([kind, kind, null], harness.Meter.TakeLog().Select(entry => entry.Fault));
    }

    [Fact]
    public async Task Another_operation_is_left_alone_and_uses_nothing_up()
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Operation = "GetKey", Kind = EndpointFaultKind.Throttling });
        Assert.Equal(200, (await harness.GetAlias()).Status);
        Assert.Equal(1, Assert.Single(harness.Faults.List()).Calls);
    }

    [Fact]
    public async Task Faults_strike_in_the_order_in_which_they_were_added()
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Kind = EndpointFaultKind.Throttling });
        harness.Faults.Add(new EndpointFault { Operation = "GetAlias", Kind = EndpointFaultKind.InternalServer });
        int[] statuses = [(await harness.GetAlias()).Status, (await harness.GetAlias()).Status, (await harness.GetAlias()).Status];
        Assert.Equal([429, 500, 200], statuses);
    }

    [Fact]
    public async Task A_delayed_call_is_answered_when_the_delay_is_over()
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Kind = EndpointFaultKind.Delay, Delay = TimeSpan.FromSeconds(30) });
        Task<HttpResponse> call = harness.GetAlias();
        harness.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        Assert.Equal(0, harness.Provider.Calls);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await call).Status);
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(harness.Meter.TakeLog()).Duration);
    }

    [Theory]
    [InlineData(EndpointFaultKind.DropConnection, 0)]
    [InlineData(EndpointFaultKind.DropResponse, 1)]
    public async Task A_dropped_call_has_no_answer_and_was_or_was_not_carried_out(EndpointFaultKind kind, int carriedOut)
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Kind = kind });
        Assert.True((await harness.GetAlias()).Drop);
        Assert.Equal(carriedOut, harness.Provider.Calls);
        Assert.Equal("ConnectionDropped", Assert.Single(harness.Meter.TakeLog()).ErrorCode);
        Assert.False((await harness.GetAlias()).Drop);
    }

    [Fact]
    public async Task A_request_that_names_no_operation_uses_no_fault_up()
    {
        var harness = new HandlerHarness();
        harness.Faults.Add(new EndpointFault { Kind = EndpointFaultKind.Throttling });
        await harness.GetAlias(("X-Amz-Target", "x"));
        Assert.Single(harness.Faults.List());
        harness.Faults.Clear();
        Assert.Empty(harness.Faults.List());
    }

    public static TheoryData<EndpointFault> Wrong => new()
    {
        new EndpointFault { Operation = "getkey", Kind = EndpointFaultKind.Throttling },
        new EndpointFault { Kind = EndpointFaultKind.Throttling, Calls = 0 },
        new EndpointFault { Kind = EndpointFaultKind.Throttling, Delay = TimeSpan.FromSeconds(1) },
        new EndpointFault { Kind = EndpointFaultKind.Delay },
        new EndpointFault { Kind = EndpointFaultKind.Delay, Delay = TimeSpan.FromSeconds(-1) },
        new EndpointFault { Kind = EndpointFaultKind.Delay, Delay = TimeSpan.FromDays(1) },
        new EndpointFault { Kind = (EndpointFaultKind)99 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_rule_that_can_not_be_meant_is_refused(EndpointFault fault)
    {
        var harness = new HandlerHarness();
        Assert.Equal("PcEndpointFaultInvalid", Assert.Throws<InvalidConfigurationException>(() => harness.Faults.Add(fault)).ErrorId);
        Assert.Empty(harness.Faults.List());
    }
}
