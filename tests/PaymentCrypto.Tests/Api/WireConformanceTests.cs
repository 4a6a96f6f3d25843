using System.Reflection;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Tests.Api;

/// <summary>The records against the service model: every operation, member, required flag, enum value, constraint, error and trait.</summary>
public sealed class WireConformanceTests
{
    [Fact]
    public void The_records_state_every_fact_of_the_checked_in_list_and_no_other() => AssertSame(CheckedIn(), RecordFacts.Read());

    [Fact]
    public void The_records_state_every_fact_of_the_service_model_and_no_other() => AssertSame(Model(), RecordFacts.Read());

    [Fact]
    public void The_checked_in_list_is_that_of_the_service_model() => AssertSame(Model(), CheckedIn());

    [Fact]
    public void The_contract_has_47_operations() => Assert.Equal(47, OperationCatalog.All.Count);

    [Fact]
    public void Every_request_record_of_the_assembly_is_in_the_catalog_unless_it_is_local()
    {
        IEnumerable<string> wire = typeof(ApiRequest).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(ApiRequest)) && !type.IsAbstract && !IsLocal(type))
            .Select(type => type.Name);
        Assert.Equal(OperationCatalog.All.Select(operation => operation.RequestType.Name).Order(StringComparer.Ordinal), wire.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_of_the_catalog_has_json_metadata() =>
        Assert.All(OperationCatalog.All, operation =>
        {
            Assert.NotNull(ApiJson.Context.GetTypeInfo(operation.RequestType));
            Assert.NotNull(ApiJson.Context.GetTypeInfo(operation.ResponseType));
        });

    [Fact]
    public void Every_constant_of_a_value_class_is_in_its_list() =>
        Assert.All(
            typeof(KeyUsage).Assembly.GetExportedTypes().Where(type =>
                type.IsAbstract && type.IsSealed && type.GetProperty("All") is { } all && all.PropertyType == typeof(IReadOnlyList<string>)),
            type =>
            {
                IEnumerable<object?> constants = type.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(field => field.IsLiteral)
                    .Select(field => field.GetRawConstantValue());
                Assert.Equal(constants, (IReadOnlyList<string>)type.GetProperty("All")!.GetValue(null)!);
            });

    private static bool IsLocal(Type type) => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(LocalRequest<>);

    private static SortedDictionary<string, string> CheckedIn()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "Api", "contract-facts.json");
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file))!, StringComparer.Ordinal);
    }

    private static SortedDictionary<string, string> Model()
    {
        string? directory = SharedDirectory.Find("api");
        Assert.SkipWhen(directory is null, "The service model (../shared/api) is not beside this checkout; the checked-in facts stand in for it.");
        SortedDictionary<string, string> facts = ModelFacts.Read(
            Path.Combine(directory, "payment-cryptography.service-2.json"), Path.Combine(directory,
                "payment-cryptography.paginators-1.json"), new Dictionary<string, string>());
        SortedDictionary<string, string> data = ModelFacts.Read(
            Path.Combine(directory, "payment-cryptography-data.service-2.json"), null, new Dictionary<string, string> { ["WrappedKey"] = nameof(DynamicKey) });
        foreach ((string name, string fact) in data)
        {
            // What both models have, both have alike: a record cannot serve two.
            Assert.True(facts.TryAdd(name, fact) || facts[name] == fact, name);
        }

        return facts;
    }

    private static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual) =>
        Assert.Equal(expected.Select(fact => $"{fact.Key}: {fact.Value}"), actual.Select(fact => $"{fact.Key}: {fact.Value}"));
}
